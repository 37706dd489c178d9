package io.muster.rules.device;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import org.jspecify.annotations.Nullable;

/**
 * What tags, gates and control rooms say of one person (key: site and person).
 *
 * <ul>
 *   <li>FALL (subject person): from a tag that says so until that tag says no.
 *   <li>TERMINAL_OFFLINE (subject tag): silent, and last seen where somebody is watched over, unless the person passed out. Ends with the next fix, a
 *       pass out, a release, or after hours: whoever went home unseen is not told for ever.
 *   <li>NOT_WEARING (AQ 3064.3 4.6): passed in, and no tag heard within the time that is allowed. Ends likewise.
 *   <li>SPOOF_SUSPECTED: a tag is here and there in turn, farther apart than any error of a radio.
 *   <li>notices: still or moving (moving if any tag that is heard says so), passed in, passed out, released.
 * </ul>
 *
 * <p>Forgotten when no tag is heard and nothing is told or waited for.
 */
public final class PersonDeviceRule implements Rule<PersonDeviceState, PersonInput, PersonOutput> {
    private static final long serialVersionUID = 1;

    private final DeviceOptions options;

    public PersonDeviceRule(DeviceOptions options) {
        this.options = options;
    }

    @Override
    public Step<PersonDeviceState, PersonOutput> onInput(@Nullable PersonDeviceState state, PersonInput in) {
        PersonDeviceDesk desk = new PersonDeviceDesk(options, state, in.site(), in.trackableId(), in.timeMillis());
        if (in.tag() != null) {
            desk.tag(in.tag());
        } else if (in.notice() != null) {
            desk.notice(in.notice());
        }
        return desk.step();
    }

    @Override
    public Step<PersonDeviceState, PersonOutput> onWake(PersonDeviceState state, long nowMillis) {
        PersonDeviceDesk desk = new PersonDeviceDesk(options, state, state.site(), state.trackableId(), nowMillis);
        desk.look();
        return desk.step();
    }
}
