package io.muster.contract.topic;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code site.kind} or {@code site.kind.vendor}. */
public record TopicName(
        String site, TopicKind kind, @Nullable String vendor) {
    private static final Map<String, TopicKind> KINDS = new HashMap<>();

    static {
        for (TopicKind kind : TopicKind.values()) {
            KINDS.put(kind.wire(), kind);
        }
    }

    /** @throws IllegalArgumentException where a vendor is missing or too much */
    public TopicName {
        if (kind.perVendor() != (vendor != null)) {
            throw new IllegalArgumentException(kind.wire() + (kind.perVendor() ? " needs a vendor" : " has no vendor"));
        }
    }

    public String full() {
        return site + "." + withoutSite();
    }

    public String withoutSite() {
        return vendor == null ? kind.wire() : kind.wire() + "." + vendor;
    }

    /** Null where it is no topic of a site. */
    public static @Nullable TopicName parse(String full) {
        int dot = full.indexOf('.');
        return dot <= 0 ? null : parseWithoutSite(full.substring(0, dot), full.substring(dot + 1));
    }

    /** Null where it is no topic of a site. */
    public static @Nullable TopicName parseWithoutSite(String site, String rest) {
        if (!SiteId.wellFormed(site)) {
            return null;
        }
        int dot = rest.indexOf('.');
        TopicKind kind = KINDS.get(dot < 0 ? rest : rest.substring(0, dot));
        String vendor = dot < 0 ? null : rest.substring(dot + 1);
        if (kind == null || kind.perVendor() != (vendor != null) || (vendor != null && !isVendor(kind, vendor))) {
            return null;
        }
        return new TopicName(site, kind, vendor);
    }

    /** Ours stands for a vendor among rejects only. */
    private static boolean isVendor(TopicKind kind, String vendor) {
        return VendorId.fault(vendor) == null
                || (kind == TopicKind.REJECTED_UPDATES && vendor.equals(Topics.NO_VENDOR));
    }
}
