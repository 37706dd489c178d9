package io.muster.stream.engine;

/** Keys of stages. Sites never share a key. */
public final class Keys {

    public static String of(String site, String id) {
        return site + "|" + id;
    }

    public static String of(String site, String first, String second) {
        return site + "|" + first + "|" + second;
    }

    private Keys() {}
}
