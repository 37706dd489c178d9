package io.muster.stream.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.people.PeopleFaults;
import io.muster.contract.people.PeopleReader;
import io.muster.contract.people.Person;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFaults;
import io.muster.contract.plan.PlanOverrides;
import io.muster.contract.plan.PlanReader;
import io.muster.contract.plan.RulesCheck;
import io.muster.contract.topic.TopicKind;
import io.muster.stream.input.Control;
import io.muster.stream.input.RawRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The plan and the people given beside an input: in force from its beginning, whatever their {@code valid_from} says. */
record GivenFiles(String site, List<RawRecord> records) {
    private static final String NO_SITE = "site";

    /** @param rules by which the rules of the plan are checked */
    static GivenFiles read(ReplayOptions options, RulesCheck rules) throws ReplayFaults {
        List<String> faults = new ArrayList<>();
        List<RawRecord> records = new ArrayList<>();
        String site = options.site() == null ? NO_SITE : options.site();
        Path planFile = options.plan();
        if (planFile != null) {
            try {
                byte[] document = bytes(planFile);
                Plan plan = PlanReader.read(
                        planFile.toString(),
                        document,
                        PlanOverrides.of(options.site(), options.crs(), options.origin()),
                        rules);
                site = plan.site();
                records.add(given(
                        site, TopicKind.PLANS, records.size(), plan.version(), asInForce(document, plan, options)));
            } catch (PlanFaults e) {
                faults.addAll(e.faults());
            } catch (Unreadable e) {
                faults.add(planFile + ": " + e.detail());
            } catch (IOException e) {
                faults.add(planFile + ": cannot be read: " + e.getMessage());
            }
        }
        Path people = options.trackables();
        if (people != null) {
            try {
                for (Person each : PeopleReader.read(people.toString(), bytes(people))) {
                    records.add(given(
                            site,
                            TopicKind.TRACKABLES,
                            records.size(),
                            each.id(),
                            each.document().getBytes(StandardCharsets.UTF_8)));
                }
            } catch (PeopleFaults e) {
                faults.addAll(e.faults());
            } catch (IOException e) {
                faults.add(people + ": cannot be read: " + e.getMessage());
            }
        }
        if (!faults.isEmpty()) {
            throw new ReplayFaults(faults);
        }
        return new GivenFiles(site, records);
    }

    /** The document with what the command line replaced written into it, and without the date from which it is valid. */
    private static byte[] asInForce(byte[] document, Plan plan, ReplayOptions options) throws Unreadable {
        ObjectNode root = Json.planTree(document);
        ObjectNode muster = root.get("muster") instanceof ObjectNode there ? there : root.putObject("muster");
        muster.remove("valid_from");
        muster.put("site", plan.site());
        muster.put("version", plan.version());
        if (options.crs() != null) {
            muster.put("crs", options.crs());
        }
        String origin = options.origin();
        if (origin != null) {
            String[] parts = origin.split(",");
            ObjectNode at = muster.putObject("origin");
            at.put("lon", Double.parseDouble(parts[0].trim()));
            at.put("lat", Double.parseDouble(parts[1].trim()));
            at.put("bearing_deg", parts.length > 2 ? Double.parseDouble(parts[2].trim()) : 0);
        }
        return root.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static RawRecord given(String site, TopicKind kind, long offset, String key, byte @Nullable [] value) {
        return new RawRecord(
                site,
                kind.wire(),
                kind,
                null,
                0,
                offset,
                0,
                key.getBytes(StandardCharsets.UTF_8),
                value,
                Control.RECORD);
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.readAllBytes(file);
    }
}
