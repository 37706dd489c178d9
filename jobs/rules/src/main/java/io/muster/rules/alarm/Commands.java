package io.muster.rules.alarm;

import io.muster.rules.context.Command;
import io.muster.rules.context.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What control rooms ask for. A command is carried out or refused with the reason; one that means several alarms is carried out where it can be, and refused
 * where it can be for none. A repeated command id is answered once.
 *
 * <pre>
 *     acknowledge             somebody has seen it (5.2.2)
 *     shelve, unshelve        one alarm is put aside until a time, for a reason
 *     silence, unsilence      kinds of alarms of an area are told to nobody until a time, for a reason (5.2.5)
 *     remove_from_service,    the source is in maintenance
 *     return_to_service
 *     reset                   a latched alarm that was acknowledged is let go
 *     clear                   somebody confirms that it is over, for a reason (5.2.3 c)
 *     approve, unapprove      gatherings are allowed until a time, up to a number of people (5.2.3 d)
 *     comment                 a remark
 *     release                 of a person: not ours, and not refused
 * </pre>
 */
final class Commands {
    /** More standing orders than this are a mistake of a program. */
    private static final int MOST_STANDING = 1_000;

    private final Desk desk;
    private final AlarmOptions options;

    Commands(Desk desk, AlarmOptions options) {
        this.desk = desk;
        this.options = options;
    }

    void take(Notice notice) {
        Command command = notice.command();
        if (command == null || command.command().equals("release") || desk.isAnswered(command.commandId())) {
            return;
        }
        desk.answered(command.commandId());
        String why = why(command);
        if (why != null) {
            desk.refuse(new RefusedCommand(notice, command.command() + ": " + why));
        }
    }

    /** @return why it is not done; null = it is */
    private @Nullable String why(Command command) {
        if (command.by().equals(Act.SYSTEM)) {
            return "'" + Act.SYSTEM + "' is no person";
        }
        for (String kind : command.kinds()) {
            if (AlarmCatalogue.find(kind) == null) {
                return "no alarm of the kind '" + kind + "'";
            }
        }
        Act act = new Act(desk.now(), command.by(), command.role(), command.reason());
        return switch (command.command()) {
            case "acknowledge" -> onAlarms(command, one -> AlarmActions.acknowledge(one, act));
            case "shelve" -> shelve(command, act);
            case "unshelve" -> onAlarms(command, AlarmActions::unshelve);
            case "reset" -> onAlarms(command, one -> AlarmActions.reset(one, act));
            case "clear" -> reasoned(command, () -> onAlarms(command, one -> AlarmActions.clear(one, act)));
            case "comment" -> reasoned(command, () -> onAlarms(command, one -> AlarmActions.comment(one, act)));
            case "silence" -> silence(command, act);
            case "unsilence" -> takeBack(command, Order.What.SILENCE);
            case "remove_from_service" -> removeFromService(command, act);
            case "return_to_service" -> takeBack(command, Order.What.OUT_OF_SERVICE);
            case "approve" -> approve(command, act);
            case "unapprove" -> unapprove(command);
            default -> "no such command";
        };
    }

    private @Nullable String onAlarms(Command command, Function<OpenAlarm, @Nullable String> what) {
        List<String> refused = new ArrayList<>();
        List<OpenAlarm> done = new ArrayList<>();
        desk.each(Target.of(command), one -> {
            String why = what.apply(one);
            if (why == null) {
                done.add(one);
            } else {
                refused.add(why);
            }
        });
        if (!done.isEmpty()) {
            return null;
        }
        return refused.isEmpty()
                ? "no open alarm of " + command.targetType() + " " + command.targetId()
                        + (command.kinds().isEmpty() ? "" : " of these kinds")
                : refused.get(0);
    }

    private interface Then {
        @Nullable
        String why();
    }

    private static @Nullable String reasoned(Command command, Then then) {
        String reason = command.reason();
        return reason == null || reason.isBlank() ? "a reason is demanded" : then.why();
    }

    private @Nullable String timed(Command command, Then then) {
        Long until = command.untilMillis();
        return until == null
                ? "until is demanded"
                : until <= desk.now() ? "until is over already" : reasoned(command, then);
    }

    /** And that is no farther away than this. */
    private @Nullable String timed(Command command, long mostMillis, Then then) {
        return timed(
                command,
                () -> until(command) - desk.now() > mostMillis
                        ? "longer than " + mostMillis / 1000 + " s"
                        : then.why());
    }

    /** Of one that is timed. */
    private static long until(Command command) {
        return Objects.requireNonNull(command.untilMillis());
    }

    private @Nullable String shelve(Command command, Act act) {
        return timed(
                command,
                options.mostShelvedMillis(),
                () -> onAlarms(command, one -> AlarmActions.shelve(one, command.commandId(), act, until(command))));
    }

    private @Nullable String silence(Command command, Act act) {
        if (command.targetType().equals(Target.ALARM)) {
            return "a silence is for an area or a subject: shelve a single alarm";
        }
        String life = lifeSafety(command);
        return life != null
                ? life
                : timed(command, options.mostSilencedMillis(), () -> order(command, Order.What.SILENCE, act));
    }

    private @Nullable String removeFromService(Command command, Act act) {
        if (command.targetType().equals(Target.ALARM)) {
            return "its source is taken out of service, not an alarm";
        }
        Long until = command.untilMillis();
        if (until != null && until <= desk.now()) {
            return "until is over already";
        }
        String life = lifeSafety(command);
        return life != null ? life : reasoned(command, () -> order(command, Order.What.OUT_OF_SERVICE, act));
    }

    /** Who names such a kind is told that it does not work, instead of being left to believe that it does. */
    private static @Nullable String lifeSafety(Command command) {
        for (String kind : command.kinds()) {
            if (AlarmCatalogue.get(kind).lifeSafety()) {
                return kind + " cannot be put aside: acknowledge it";
            }
        }
        return null;
    }

    /** One for the same target takes the place of the one before. */
    private @Nullable String order(Command command, Order.What what, Act act) {
        Target target = Target.of(command);
        List<Order> others = desk.orders().stream()
                .filter(each -> each.what() != what || !each.target().equals(target))
                .toList();
        if (others.size() >= MOST_STANDING) {
            return "there are " + MOST_STANDING + " already";
        }
        desk.orders(Desk.with(others, new Order(command.commandId(), what, target, act, command.untilMillis())));
        return null;
    }

    private @Nullable String takeBack(Command command, Order.What what) {
        List<Order> left = desk.orders().stream()
                .filter(each -> each.what() != what || !isOf(each.target(), command))
                .toList();
        if (left.size() == desk.orders().size()) {
            return "nothing of " + command.targetType() + " " + command.targetId() + " is "
                    + (what == Order.What.SILENCE ? "silenced" : "out of service");
        }
        desk.orders(left);
        return null;
    }

    /** Without kinds all that stands for the target, with kinds what stands for just these. */
    private static boolean isOf(Target target, Command command) {
        Target asked = Target.of(command);
        return target.type().equals(asked.type())
                && target.id().equals(asked.id())
                && (asked.kinds().isEmpty() || asked.kinds().equals(target.kinds()));
    }

    private @Nullable String approve(Command command, Act act) {
        Target target = Target.of(command);
        boolean isGathering = target.type().equals("gathering");
        if (!isGathering && !target.type().equals("fence") && !target.type().equals("trackable")) {
            return "a gathering is approved by its id, a fence or a person";
        }
        return timed(command, () -> {
            List<Approval> others = desk.approvals().stream()
                    .filter(each -> !each.target().equals(target))
                    .toList();
            if (others.size() >= MOST_STANDING) {
                return "there are " + MOST_STANDING + " already";
            }
            desk.approvals(Desk.with(
                    others, new Approval(command.commandId(), target, act, until(command), command.maxCount())));
            return null;
        });
    }

    private @Nullable String unapprove(Command command) {
        List<Approval> left = desk.approvals().stream()
                .filter(each -> !isOf(each.target(), command))
                .toList();
        if (left.size() == desk.approvals().size()) {
            return "nothing of " + command.targetType() + " " + command.targetId() + " is approved";
        }
        desk.approvals(left);
        return null;
    }
}
