package io.muster.launcher.terminal;

/** Colours of a terminal that stay readable on a dark and on a light ground. */
public enum Colour {
    BLUE("34"),
    YELLOW("33"),
    ORANGE("38;5;208"),
    RED("1;31"),
    GREEN("32"),
    DIM("2");

    static final String END = "\u001b[0m";

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    String start() {
        return "\u001b[" + code + "m";
    }
}
