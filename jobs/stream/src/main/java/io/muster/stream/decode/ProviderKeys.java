package io.muster.stream.decode;

import io.muster.contract.codec.Ids;
import java.io.Serializable;
import java.util.HashMap;

/** Remembers the form in which a tag is matched, since each tag comes again with every fix; forgets all when they have become many. */
final class ProviderKeys implements Serializable {
    private static final long serialVersionUID = 1;

    private static final int MOST = 100_000;

    private final HashMap<String, String> known = new HashMap<>();

    String of(String providerId) {
        String key = known.get(providerId);
        if (key == null) {
            key = Ids.providerKey(providerId);
            if (known.size() == MOST) {
                known.clear();
            }
            known.put(providerId, key);
        }
        return key;
    }
}
