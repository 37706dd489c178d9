package io.muster.stream.handover;

import io.muster.contract.value.Alarm;
import java.io.Serializable;
import java.util.List;

/** What earlier writers left in the topics of alarms. */
public interface EarlierAlarms extends Serializable {

    /** Every alarm that stands there now, closed ones too, of all sites of this job. Read once, before this job has told anything. */
    List<Alarm> read() throws Exception;
}
