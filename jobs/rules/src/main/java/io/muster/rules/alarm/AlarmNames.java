package io.muster.rules.alarm;

import java.io.Serializable;

/** Ids as the wire has them, so that a person can name what is meant. Equal arguments give equal ids, on any machine. */
public interface AlarmNames extends Serializable {

    /** The id of an alarm: made of site, rule, subject and onset. */
    String alarm(Finding finding, long onsetOrderMillis);

    /** The id of what a finding is about. */
    String subject(Finding finding);
}
