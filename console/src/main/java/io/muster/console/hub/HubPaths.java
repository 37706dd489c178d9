package io.muster.console.hub;

/** Addresses of the hub: {@code /omlox/SITE/v2/…}, so that an omlox client is given {@code …/omlox/SITE/v2} and needs to know nothing else. */
final class HubPaths {
    static final String ROOT = "/omlox/";
    static final String BASE = "/omlox/{site}/v2";
    static final String SOCKET = "/omlox/*/v2/ws/socket";

    /** The site of an address, as it stands there; empty where it names none. */
    static String site(String path) {
        int from = ROOT.length();
        if (!path.startsWith(ROOT)) {
            return "";
        }
        int end = path.indexOf('/', from);
        return end < 0 ? path.substring(from) : path.substring(from, end);
    }

    private HubPaths() {}
}
