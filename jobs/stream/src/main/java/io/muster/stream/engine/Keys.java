package io.muster.stream.engine;

/** Keys of stages. Sites never share a key. */
public final class Keys {

    public static String of(String site, String id) {
        return site + "|" + id;
    }

    public static String of(String site, String first, String second) {
        return site + "|" + first + "|" + second;
    }

    /** Of any key: the part before the first mark, which no site has in its id. */
    public static String siteOf(String key) {
        int mark = key.indexOf('|');
        return mark < 0 ? key : key.substring(0, mark);
    }

    private Keys() {}
}
