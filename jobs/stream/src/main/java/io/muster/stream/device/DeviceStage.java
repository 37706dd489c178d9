package io.muster.stream.device;

import io.muster.rules.alarm.Finding;
import io.muster.rules.context.Notice;
import io.muster.rules.device.DeviceOptions;
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
import io.muster.stream.engine.RuleFunction;
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
            DeviceOptions options,
            Carriage carriage) {
        DataStream<DeviceOutput> tags = news.keyBy(each -> Keys.of(each.site(), each.providerKey()))
                .connect(references)
                .process(new ReferencedRuleFunction<DeviceState, TagNews, TagSeen, DeviceOutput>(
                        new DeviceRule(options), new Whereabouts(), "device", DeviceState.class, TagNews.class))
                .returns(TypeInformation.of(DeviceOutput.class))
                .uid("device")
                .name("device");
        DataStream<PersonInput> ofPeople = Present.only(
                        tags,
                        (DeviceOutput each) -> each.seen() == null ? null : PersonInput.of(each.seen()),
                        carriage.of(PersonInput.class),
                        "tags-of-people")
                .union(Present.only(said, PersonInput::of, carriage.of(PersonInput.class), "passes-of-people"));
        DataStream<PersonOutput> people = ofPeople.keyBy(each -> Keys.of(each.site(), each.trackableId()))
                .process(new RuleFunction<>(
                        new PersonDeviceRule(options), "device-person", PersonDeviceState.class, PersonInput.class))
                .returns(TypeInformation.of(PersonOutput.class))
                .uid("device-person")
                .name("device-person");
        DataStream<Finding> findings = Present.only(tags, DeviceOutput::finding, Finding.class, "device-findings")
                .union(
                        Present.only(people, PersonOutput::finding, Finding.class, "device-person-findings"),
                        vendors(news, heard, options, carriage),
                        swaps(news, options));
        return new DeviceStage(
                findings, Present.only(people, PersonOutput::notice, PersonNotice.class, "person-notices"));
    }

    private static DataStream<Finding> vendors(
            DataStream<TagNews> news, DataStream<FeedHeard> heard, DeviceOptions options, Carriage carriage) {
        return Present.only(heard, VendorInput::of, carriage.of(VendorInput.class), "feeds-of-vendors")
                .union(Present.only(news, VendorInput::of, carriage.of(VendorInput.class), "tags-of-vendors"))
                .keyBy(each -> Keys.of(each.site(), each.vendor()))
                .process(new RuleFunction<>(
                        new VendorRule(options), "device-vendor", VendorState.class, VendorInput.class))
                .returns(TypeInformation.of(Finding.class))
                .uid("device-vendor")
                .name("device-vendor");
    }

    private static DataStream<Finding> swaps(DataStream<TagNews> news, DeviceOptions options) {
        return news.filter(SwapRule::concerns)
                .uid("jumps")
                .name("jumps")
                .keyBy(TagNews::site)
                .process(new RuleFunction<>(new SwapRule(options), "device-swap", SwapState.class, TagNews.class))
                .returns(TypeInformation.of(Finding.class))
                .uid("device-swap")
                .name("device-swap");
    }
}
