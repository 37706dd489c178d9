package io.muster.contract.codec;

import com.fasterxml.jackson.core.StreamReadConstraints;

/**
 * What a document may grow to.
 *
 * @param documentBytes length of the whole
 * @param depth objects and arrays within each other
 * @param stringChars length of a text or a name
 * @param tokens names, values, braces and brackets
 */
public record Limits(int documentBytes, int depth, int stringChars, long tokens) {
    public static final int DEPTH = 16;
    public static final int STRING_CHARS = 4096;
    public static final int NUMBER_CHARS = 40;

    /** A record of a topic: what vendors and control rooms send. */
    public static final Limits RECORD = new Limits(64 * 1024, DEPTH, STRING_CHARS, 2000);

    /** What we wrote ourselves: an alarm with its list of people, a zone with all its members. */
    public static final Limits VALUE = new Limits(2 * 1024 * 1024, DEPTH, STRING_CHARS, 200_000);

    /** A plan: one document for a whole site. */
    public static final Limits PLAN = new Limits(2 * 1024 * 1024, 32, 64 * 1024, 1_000_000);

    /** A line of a recording: a plan, wrapped, in base64 at worst. */
    public static final Limits ENVELOPE = new Limits(4 * 1024 * 1024, 33, 4 * 1024 * 1024, 1_000_000);

    StreamReadConstraints constraints() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(depth)
                .maxStringLength(stringChars)
                .maxNameLength(stringChars)
                .maxNumberLength(NUMBER_CHARS)
                .maxDocumentLength(documentBytes)
                .maxTokenCount(tokens)
                .build();
    }
}
