package io.muster.stream.device;

import io.muster.rules.alarm.Finding;
import io.muster.rules.context.Notice;
import io.muster.rules.device.DeviceOutput;
import io.muster.rules.device.DeviceRule;
import io.muster.rules.device.DeviceState;
import io.muster.rules.device.PersonDeviceRule;
import io.muster.rules.device.PersonDeviceState;
import io.muster.rules.device.PersonInput;
import io.muster.rules.device.PersonOutput;
import io.muster.rules.device.SwapRule;
import io.muster.rules.device.SwapState;
import io.muster.rules.device.TagSeen;
import io.muster.rules.device.VendorInput;
import io.muster.rules.device.VendorRule;
import io.muster.rules.device.VendorState;
import io.muster.rules.identify.FeedHeard;
import io.muster.rules.identify.TagNews;
import io.muster.rules.person.PersonNotice;
import io.muster.stream.engine.Carriage;
import io.muster.stream.engine.Keys;
import io.muster.stream.engine.Present;
import io.muster.stream.engine.ReferencedRuleFunction;
import io.muster.stream.engine.Ruled;
import io.muster.stream.reference.Reference;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;

/** News of tags, passes and releases to findings about tags, people and vendors, and to notices of people. */
public record DeviceStage(DataStream<Finding> findings, DataStream<PersonNotice> notices) {

    public static DeviceStage of(
            DataStream<TagNews> news,
            DataStream<FeedHeard> heard,
            DataStream<Notice> said,
            BroadcastStream<Reference> references,
            Ruled ruled,
            Carriage carriage) {
        DataStream<DeviceOutput> tags = news.keyBy(each -> Keys.of(each.site(), each.providerKey()))
                .connect(references)
                .process(new ReferencedRuleFunction<DeviceState, TagNews, TagSeen, DeviceOutput>(
                        ruled.book(),
                        (config, planVersion) -> new DeviceRule(config.device()),
                        new Whereabouts(),
                        "device",
                        DeviceState.class,
                        TagNews.class))
                .returns(TypeInformation.of(DeviceOutput.class))
                .uid("device")
                .name("device");
        DataStream<PersonInput> ofPeople = Present.only(
                        tags,
                        (DeviceOutput each) -> each.seen() == null ? null : PersonInput.of(each.seen()),
                        carriage.of(PersonInput.class),
                        "tags-of-people")
                .union(Present.only(said, PersonInput::of, carriage.of(PersonInput.class), "passes-of-people"));
        DataStream<PersonOutput> people = ruled.process(
                ofPeople.keyBy(each -> Keys.of(each.site(), each.trackableId())),
                (config, planVersion) -> new PersonDeviceRule(config.device().under(planVersion)),
                "device-person",
                PersonDeviceState.class,
                PersonInput.class,
                PersonOutput.class);
        DataStream<Finding> findings = Present.only(tags, DeviceOutput::finding, Finding.class, "device-findings")
                .union(
                        Present.only(people, PersonOutput::finding, Finding.class, "device-person-findings"),
                        vendors(news, heard, ruled, carriage),
                        swaps(news, ruled));
        return new DeviceStage(
                findings, Present.only(people, PersonOutput::notice, PersonNotice.class, "person-notices"));
    }

    private static DataStream<Finding> vendors(
            DataStream<TagNews> news, DataStream<FeedHeard> heard, Ruled ruled, Carriage carriage) {
        DataStream<VendorInput> inputs = Present.only(
                        heard, VendorInput::of, carriage.of(VendorInput.class), "feeds-of-vendors")
                .union(Present.only(news, VendorInput::of, carriage.of(VendorInput.class), "tags-of-vendors"));
        return ruled.process(
                inputs.keyBy(each -> Keys.of(each.site(), each.vendor())),
                (config, planVersion) -> new VendorRule(config.device().under(planVersion)),
                "device-vendor",
                VendorState.class,
                VendorInput.class,
                Finding.class);
    }

    private static DataStream<Finding> swaps(DataStream<TagNews> news, Ruled ruled) {
        DataStream<TagNews> jumps = news.filter(SwapRule::concerns).uid("jumps").name("jumps");
        return ruled.process(
                jumps.keyBy(TagNews::site),
                (config, planVersion) -> new SwapRule(config.device().under(planVersion)),
                "device-swap",
                SwapState.class,
                TagNews.class,
                Finding.class);
    }
}
