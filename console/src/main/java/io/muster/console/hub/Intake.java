package io.muster.console.hub;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.muster.contract.codec.Ids;
import io.muster.contract.codec.Limits;
import io.muster.contract.codec.Reason;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.plan.Plan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what vendors send. A call is taken whole or refused whole, with every faulty item named: half a call would leave the vendor to guess what to send again. */
final class Intake {
    /** Longest body of a call, bytes. */
    static final int MOST_BYTES = 1024 * 1024;
    /** Most items of a call. */
    static final int MOST_ITEMS = 1_000;

    private static final Pattern CRS = Pattern.compile("LOCAL|EPSG:[0-9]{1,9}");
    /** Items are read again one by one by the contract's reader with its own limits; here they are only told apart. */
    private static final JsonFactory ARRAYS = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEPTH + 1)
                    .maxStringLength(Limits.STRING_CHARS)
                    .maxNameLength(Limits.STRING_CHARS)
                    .maxNumberLength(Limits.NUMBER_CHARS)
                    .maxDocumentLength(MOST_BYTES)
                    .build())
            .build();

    /**
     * One item, or an array of them as clients of a bulk path send it.
     *
     * @param plan of the site; null = none yet
     * @throws HubRefusal with every fault
     */
    static List<Update> bulk(UpdateKind kind, byte[] body, @Nullable Plan plan) {
        List<byte[]> items = split(body);
        List<Update> updates = new ArrayList<>();
        List<HubRefusal.Fault> faults = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            try {
                updates.add(one(kind, items.get(i), plan));
            } catch (Unreadable e) {
                faults.add(new HubRefusal.Fault(i, e.detail()));
            }
        }
        if (!faults.isEmpty()) {
            HubRefusal.Fault first = faults.get(0);
            throw HubRefusal.badItems(
                    "nothing was taken: " + faults.size() + " of " + items.size()
                            + " items have faults, the first at index " + first.index() + ": " + first.detail(),
                    faults);
        }
        return updates;
    }

    /**
     * @param providerId as in the address
     * @throws HubRefusal with the fault
     */
    static Update single(UpdateKind kind, byte[] body, String providerId, @Nullable Plan plan) {
        try {
            Update update = one(kind, body, plan);
            if (!Ids.providerKey(update.providerId()).equals(Ids.providerKey(providerId))) {
                throw HubRefusal.badRequest("provider_id: expected '" + providerId + "' as in the address, was '"
                        + update.providerId() + "'");
            }
            return update;
        } catch (Unreadable e) {
            throw HubRefusal.badItems(e.detail(), List.of(new HubRefusal.Fault(null, e.detail())));
        }
    }

    private static Update one(UpdateKind kind, byte[] bytes, @Nullable Plan plan) throws Unreadable {
        UpdateKind.Checked checked = kind.check(bytes);
        String crs = checked.crs();
        if (crs != null) {
            boolean known = plan == null
                    ? CRS.matcher(crs.toUpperCase(Locale.ROOT)).matches()
                    : plan.frame().understands(crs);
            if (!known) {
                throw new Unreadable(
                        Reason.INVALID_FIELD,
                        "crs: expected 'local'"
                                + (plan != null && !plan.frame().hasOrigin()
                                        ? ", since the plan of the site has no origin,"
                                        : " or 'EPSG:' and a known number,")
                                + " was '" + crs + "'");
            }
        }
        return new Update(checked.providerId(), bytes);
    }

    private static List<byte[]> split(byte[] body) {
        List<byte[]> items = new ArrayList<>();
        try (JsonParser in = ARRAYS.createParser(body)) {
            if (in.nextToken() != JsonToken.START_ARRAY) {
                throw HubRefusal.badRequest("the body: expected an array of objects");
            }
            for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
                if (token != JsonToken.START_OBJECT) {
                    throw HubRefusal.badItems(
                            "item " + items.size() + ": expected an object, was " + token,
                            List.of(new HubRefusal.Fault(items.size(), "expected an object, was " + token)));
                }
                if (items.size() == MOST_ITEMS) {
                    throw HubRefusal.badRequest("the body: at most " + MOST_ITEMS + " items in a call");
                }
                int from = Math.toIntExact(in.currentTokenLocation().getByteOffset());
                if (from < 0) {
                    throw HubRefusal.badRequest("the body: expected UTF-8");
                }
                in.skipChildren();
                items.add(Arrays.copyOfRange(
                        body, from, Math.toIntExact(in.currentLocation().getByteOffset())));
            }
            if (in.nextToken() != null) {
                throw HubRefusal.badRequest("the body: something stands behind the end of the array");
            }
            return items;
        } catch (StreamConstraintsException e) {
            throw HubRefusal.badRequest("the body is beyond a limit: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw HubRefusal.badRequest("the body: expected JSON, and item " + items.size() + " is none");
        }
    }

    private Intake() {}
}
