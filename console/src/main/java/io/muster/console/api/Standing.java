package io.muster.console.api;

import io.muster.contract.value.AlarmCommand;
import io.muster.contract.value.CommandKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What stands of the orders of operators. The alarm desk keeps it for itself, so it is told again from the commands: one for the same target takes the place of
 * the one before, one without kinds takes back all of its target, and what the desk refused never was.
 */
final class Standing {
    /** @param since when it was asked for */
    record Order(AlarmCommand command, Instant since) {}

    private final List<Order> orders = new ArrayList<>();

    /**
     * @param commands in their order
     * @param refused by the id of a command
     */
    static Standing of(List<Order> commands, Predicate<String> refused, Instant now) {
        Standing standing = new Standing();
        for (Order each : commands) {
            if (!refused.test(each.command().commandId())) {
                standing.take(each);
            }
        }
        standing.orders.removeIf(each ->
                each.command().until() != null && !each.command().until().isAfter(now));
        return standing;
    }

    /** Newest first. */
    List<Order> of(CommandKind kind) {
        return orders.stream()
                .filter(each -> each.command().command() == kind)
                .sorted(Comparator.comparing(Order::since).reversed())
                .toList();
    }

    private void take(Order order) {
        AlarmCommand command = order.command();
        CommandKind undone = undone(command.command());
        if (undone != null) {
            orders.removeIf(each -> each.command().command() == undone && isOf(each.command(), command));
        } else {
            orders.removeIf(each -> each.command().command() == command.command()
                    && each.command().target().equals(command.target())
                    && each.command().kinds().equals(command.kinds()));
            orders.add(order);
        }
    }

    private static @Nullable CommandKind undone(CommandKind kind) {
        return switch (kind) {
            case UNSILENCE -> CommandKind.SILENCE;
            case RETURN_TO_SERVICE -> CommandKind.REMOVE_FROM_SERVICE;
            case UNAPPROVE -> CommandKind.APPROVE;
            default -> null;
        };
    }

    private static boolean isOf(AlarmCommand standing, AlarmCommand back) {
        return standing.target().equals(back.target())
                && (back.kinds().isEmpty() || back.kinds().equals(standing.kinds()));
    }
}
