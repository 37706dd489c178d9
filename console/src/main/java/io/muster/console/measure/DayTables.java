package io.muster.console.measure;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** The partitions of a day while they are filled: by themselves first, with their indexes made at the end. */
final class DayTables {
    private final Connection connection;
    private final LocalDate day;

    DayTables(Connection connection, LocalDate day) {
        this.connection = connection;
        this.day = day;
    }

    String name(String table) {
        return table + "_" + DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    void fresh(String table) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("DROP TABLE IF EXISTS " + name(table));
            sql.execute("CREATE TABLE " + name(table) + " (LIKE " + table + " INCLUDING DEFAULTS)");
        }
    }

    void attach(String table) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("ALTER TABLE " + table + " ATTACH PARTITION " + name(table) + " FOR VALUES FROM ('" + day
                    + " 00:00:00+00') TO ('" + day.plusDays(1) + " 00:00:00+00')");
        }
    }
}
