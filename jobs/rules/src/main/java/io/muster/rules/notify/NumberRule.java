package io.muster.rules.notify;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers what a recipient is told (key: site and recipient). */
public final class NumberRule implements Rule<NumberState, Message, NumberedMessage> {
    private static final long serialVersionUID = 1;

    @Override
    public Step<NumberState, NumberedMessage> onInput(@Nullable NumberState state, Message message) {
        long seq = state == null ? 1 : state.seq() + 1;
        return Step.of(new NumberState(seq), List.of(new NumberedMessage(message, seq)));
    }
}
