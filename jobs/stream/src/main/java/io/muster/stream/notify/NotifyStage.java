package io.muster.stream.notify;

import io.muster.rules.alarm.AlarmChange;
import io.muster.rules.alarm.DeskOutput;
import io.muster.rules.notify.AlarmTold;
import io.muster.rules.notify.Message;
import io.muster.rules.notify.NotifyRule;
import io.muster.rules.notify.NotifyState;
import io.muster.rules.notify.NumberRule;
import io.muster.rules.notify.NumberState;
import io.muster.rules.notify.NumberedMessage;
import io.muster.stream.engine.Carriage;
import io.muster.stream.engine.Keys;
import io.muster.stream.engine.Present;
import io.muster.stream.engine.ReferencedRuleFunction;
import io.muster.stream.engine.RuleFunction;
import io.muster.stream.reference.Reference;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/** Alarms to what people must be told. */
public final class NotifyStage {

    public static DataStream<NumberedMessage> perRecipient(
            DataStream<DeskOutput> told, BroadcastStream<Reference> references, Carriage carriage) {
        return Present.only(told, NotifyStage::changed, carriage.of(AlarmTold.class), "alarms-to-notify")
                .keyBy(each -> Keys.of(each.alarm().site(), each.alarm().alarmId()))
                .connect(references)
                .process(new ReferencedRuleFunction<NotifyState, AlarmTold, AlarmTold, Message>(
                        new NotifyRule(), new Hosts(), "notify", NotifyState.class, AlarmTold.class))
                .returns(TypeInformation.of(Message.class))
                .uid("notify")
                .name("notify")
                .keyBy(each -> Keys.of(each.site(), each.recipient()))
                .process(new RuleFunction<>(new NumberRule(), "notify-person", NumberState.class, Message.class))
                .returns(TypeInformation.of(NumberedMessage.class))
                .uid("notify-person")
                .name("notify-person");
    }

    /** What is only told again is no news to anybody. */
    private static @Nullable AlarmTold changed(DeskOutput told) {
        AlarmChange change = told.change();
        return change == null || change.report() ? null : new AlarmTold(change, List.of());
    }

    private NotifyStage() {}
}
