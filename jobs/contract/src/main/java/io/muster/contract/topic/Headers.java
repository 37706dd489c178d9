package io.muster.contract.topic;

/** Names of record headers. Wall-clock things are headers, so that values are a function of the log. */
public final class Headers {
    /** {@code tick} or {@code open}: a mark of the job, no input. Every reader skips it. */
    public static final String TICK = "muster-tick";

    public static final String REASON = "reason";
    public static final String DETAIL = "detail";
    public static final String TOPIC = "topic";
    public static final String PARTITION = "partition";
    public static final String OFFSET = "offset";
    public static final String LENGTH = "length";
    public static final String SHA256 = "sha256";
    /** Of every output: the first number of the contract's version, {@code 1}. */
    public static final String SCHEMA = "schema";

    public static final String WRITER_EPOCH = "writer_epoch";
    public static final String DETECTED_AT = "detected_at";
    /** Of alarms: how far time in the log had come when it was told. */
    public static final String WATERMARK = "watermark";

    private Headers() {}
}
