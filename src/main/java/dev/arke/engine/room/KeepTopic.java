package dev.arke.engine.room;

import dev.arke.calendar.Role;
import dev.arke.chat.ChannelTopic;
import dev.arke.chat.RoomAnswer;
import dev.arke.chat.Rooms;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.Responder;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Keeps our part of a channel's topic to who is on call. */
final class KeepTopic {
    private KeepTopic() {}

    /** What there is to do, outside any transaction; empty when the topic says it already. */
    static Optional<Supplier<Kept>> task(Keeping keeping, Rooms rooms) {
        var sync = keeping.sync();
        var channel = new ChannelAddress(sync.target().platform(), sync.target().name());
        if (keeping.links().isEmpty())
            return Optional.of(() -> ended(keeping, rooms.changeTopic(channel, ChannelTopic::without)));
        var words = words(keeping);
        if (sync.written().filter(words::equals).isPresent() && sync.problem().isEmpty()) return Optional.empty();
        return Optional.of(() ->
                written(keeping, words, rooms.changeTopic(channel, topic -> ChannelTopic.with(topic, words))));
    }

    /** "Alice Martin · secondary Bob Okafor", with the teams' names where there are several. */
    static String words(Keeping keeping) {
        var teams = keeping.teams();
        var parts = new ArrayList<String>();
        for (var team : teams) {
            var duties = keeping.onCall().duties().stream()
                    .filter(duty -> duty.team().equals(team) && !duty.people().isEmpty())
                    .map(duty -> (duty.duty().equals(Role.Duty.PRIMARY)
                                    ? ""
                                    : duty.duty().word() + " ")
                            + names(keeping, duty))
                    .collect(Collectors.joining(" · "));
            parts.add((teams.size() > 1 ? team.name() + ": " : "") + (duties.isEmpty() ? "nobody" : duties));
        }
        return String.join(" · ", parts);
    }

    private static String names(Keeping keeping, OnCallNow.Duty duty) {
        return duty.people().stream()
                .map(keeping.directory()::responder)
                .map(Responder::fullName)
                .collect(Collectors.joining(", "));
    }

    private static Kept written(Keeping keeping, String words, RoomAnswer<String> answer) {
        var sync = keeping.sync();
        return switch (answer) {
            case RoomAnswer.Done<String> done ->
                ChannelTopic.isIn(done.value())
                        ? new Kept.Well(sync.kept(Optional.of(words), Optional.empty()))
                        : Kept.refused(sync, "The topic leaves no room to say who is on call. Shorten it.");
            case RoomAnswer.Again<String> again -> Kept.again(sync, again.after(), problem(again.problem()));
            case RoomAnswer.NotAllowed<String> not -> Kept.refused(sync, problem(not.sentence()));
            case RoomAnswer.Gone<String> gone -> Kept.refused(sync, problem(gone.sentence()));
        };
    }

    private static String problem(String sentence) {
        return "The topic does not say who is on call now: " + sentence;
    }

    private static Kept ended(Keeping keeping, RoomAnswer<String> answer) {
        return answer instanceof RoomAnswer.Again<String> again
                ? Kept.again(keeping.sync(), again.after(), problem(again.problem()))
                : new Kept.Ended();
    }
}
