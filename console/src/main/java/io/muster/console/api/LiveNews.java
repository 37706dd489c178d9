package io.muster.console.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.muster.console.live.LivePerson;
import io.muster.console.live.LiveSite;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Times;
import io.muster.contract.plan.Plan;
import io.muster.contract.value.Alarm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page is told of a site: everything, or what changed since. One JSON object; a part is there only where it changed.
 *
 * <ul>
 *   <li>{@code type}: {@code snapshot} replaces all that the page holds, {@code changes} adds to it; {@code now}: time of this server
 *   <li>{@code plan}, {@code headcounts}: as over HTTP, null = none yet; {@code gatherings}: all that go on, as in their topic
 *   <li>{@code people}: whole, as over HTTP, who are new or known otherwise; {@code moves}: [id, x, y, floor, accuracy, heard (epoch ms), [fence ids]]
 *   <li>{@code alarms}: as in their topic, open ones that changed; {@code closed}: ids of those that are open no more
 * </ul>
 */
final class LiveNews {
    private final Scope scope;
    private final JsonMapper json;
    private final long since;
    private final StringBuilder text = new StringBuilder(1024);
    private boolean anything;

    private LiveNews(Scope scope, JsonMapper json, long since) {
        this.scope = scope;
        this.json = json;
        this.since = since;
    }

    /**
     * @param since version of the site that the page is at; 0 = it has nothing
     * @return null where nothing changed
     */
    static @Nullable String of(Scope scope, JsonMapper json, long since, Instant now) {
        return new LiveNews(scope, json, since).write(now);
    }

    /** That there is nothing new, so that a page knows that the link stands. */
    static String nothing(Instant now) {
        return "{\"type\":\"changes\",\"now\":\"" + Times.write(now) + "\"}";
    }

    private @Nullable String write(Instant now) {
        LiveSite site = scope.site();
        boolean first = since == 0;
        text.append("{\"type\":\"")
                .append(first ? "snapshot" : "changes")
                .append("\",\"now\":\"")
                .append(Times.write(now))
                .append('"');
        if (first || site.planChangedSince(since)) {
            Plan plan = site.plan(now);
            part("plan", plan == null ? "null" : json.writeValueAsString(LiveApi.view(site.id(), plan)));
        }
        people(site, now);
        if (first || site.zonesChangedSince(since) || site.registerChangedSince(since)) {
            part("headcounts", json.writeValueAsString(LiveApi.headCounts(site)));
        }
        if (first || site.gatheringsChangedSince(since)) {
            part("gatherings", array(List.copyOf(site.gatherings()), Json::writeString));
        }
        alarms(site);
        return anything || first ? text.append('}').toString() : null;
    }

    private void people(LiveSite site, Instant now) {
        boolean all = since == 0 || site.registerChangedSince(since);
        List<LivePerson> whole = new ArrayList<>();
        List<LivePerson> moved = new ArrayList<>();
        for (LivePerson each : all ? site.people() : site.peopleSince(since)) {
            (all || each.firstVersion() > since ? whole : moved).add(each);
        }
        if (!whole.isEmpty()) {
            part("people", array(whole, each -> json.writeValueAsString(LiveApi.view(scope, each, now))));
        }
        if (!moved.isEmpty()) {
            part("moves", array(moved, LiveNews::move));
        }
    }

    private static String move(LivePerson each) {
        ArrayNode move = JsonNodeFactory.instance.arrayNode();
        move.add(each.id()).add(each.x()).add(each.y()).add(each.floor()).add(each.accuracy());
        move.add(each.heardAt().toEpochMilli());
        each.fenceIds().forEach(move.addArray()::add);
        return Json.writeString(move);
    }

    private void alarms(LiveSite site) {
        if (since == 0) {
            part("alarms", array(site.openAlarms(), Json::writeString));
            return;
        }
        List<Alarm> open = new ArrayList<>();
        List<String> closed = new ArrayList<>();
        for (String id : site.alarmsSince(since)) {
            Alarm alarm = site.openAlarm(id);
            if (alarm == null) {
                closed.add(id);
            } else {
                open.add(alarm);
            }
        }
        if (!open.isEmpty()) {
            part("alarms", array(open, Json::writeString));
        }
        if (!closed.isEmpty()) {
            part("closed", Json.writeString(closed));
        }
    }

    private static <T> String array(List<T> all, Function<? super T, String> each) {
        StringBuilder array = new StringBuilder("[");
        for (T one : all) {
            array.append(array.length() > 1 ? "," : "").append(each.apply(one));
        }
        return array.append(']').toString();
    }

    private void part(String name, String value) {
        anything = true;
        text.append(",\"").append(name).append("\":").append(value);
    }
}
