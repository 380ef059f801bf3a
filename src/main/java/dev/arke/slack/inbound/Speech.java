package dev.arke.slack.inbound;

import dev.arke.card.Card;
import dev.arke.card.Reply;
import dev.arke.chat.ChatContext.Bot;
import dev.arke.dialogue.Asker;
import dev.arke.dialogue.Dialogue;
import dev.arke.dialogue.Expected;
import dev.arke.dialogue.Place;
import dev.arke.dialogue.Submitted;
import dev.arke.dialogue.Turns;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.slack.web.Workspace;
import dev.arke.slack.web.Workspaces;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gestures as the dialogue knows them: who asks, where, what. May wait for Slack and the database. */
final class Speech {
    private static final String NAME = "Arke";
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Dialogue dialogue;
    private final Askers askers;
    private final Workspaces workspaces;
    private final Turns turns;
    private final String command;

    Speech(Dialogue dialogue, Askers askers, Workspaces workspaces, Turns turns, String command) {
        this.dialogue = dialogue;
        this.askers = askers;
        this.workspaces = workspaces;
        this.turns = turns;
        this.command = command;
    }

    /** {@code bot} is the bot's account where a line mentions it, else may be empty. Waits for nothing. */
    Expected expect(String bot, String line) {
        var nowhere = new Place(new Bot(bot, NAME, command), Optional.empty(), Optional.empty(), Map.of());
        return dialogue.expect(ContactKind.SLACK, nowhere, line);
    }

    Reply answer(Gesture gesture, String line) {
        return dialogue.answer(asker(gesture), place(gesture), line);
    }

    /** What was not said to us. */
    Reply hear(Gesture gesture, String line) {
        return dialogue.hear(asker(gesture), place(gesture), line);
    }

    Reply open(Gesture gesture, String verb, Map<String, String> given) {
        return dialogue.open(asker(gesture), place(gesture), verb, given);
    }

    Submitted submit(Gesture gesture, String verb, Map<String, String> values) {
        return dialogue.submit(asker(gesture), place(gesture), verb, values);
    }

    List<Card> home(Gesture gesture) {
        return dialogue.home(asker(gesture), place(gesture));
    }

    /** What somebody reads who has invited the bot to where the gesture is. */
    Reply joined(Gesture gesture) {
        return dialogue.joined(asker(gesture), place(gesture));
    }

    /** The channel, which is no direct messages, where the gesture is. */
    ChannelAddress channel(Gesture gesture) {
        return place(gesture).channel().orElseThrow();
    }

    boolean isMember(Gesture gesture) {
        return asker(gesture).kind() == Asker.Kind.MEMBER;
    }

    String root() {
        return command;
    }

    private Asker asker(Gesture gesture) {
        return askers.of(gesture.who());
    }

    private record Installed(Optional<Workspace> home, Optional<Workspace> here) {}

    private Installed installed(String team) {
        return new Installed(workspaces.home(), workspaces.of(team));
    }

    private Place place(Gesture gesture) {
        var team = gesture.who().team();
        var installed = Turns.within(turns.begin(() -> installed(team)), PATIENCE)
                .orElse(new Installed(Optional.empty(), Optional.empty()));
        // Before Slack has told who we are, the one workspace that can speak to an own app is its own.
        var home = installed.home().map(Workspace::teamId).orElse(team);
        var before = home.equals(team) ? "" : team + "/";
        var bot = gesture.bot().isEmpty()
                ? installed.here().map(Workspace::botUserId).orElse("")
                : gesture.bot();
        var where = gesture.where();
        var ref = where.channel()
                .flatMap(channel -> where.thread().or(where::message).map(ts -> before + channel + ":" + ts));
        return new Place(
                new Bot(bot, NAME, command),
                where.room().map(room -> new ChannelAddress(ContactKind.SLACK, before + room)),
                ref,
                Map.of());
    }
}
