package dev.arke.teams.inbound;

import dev.arke.card.Reply;
import dev.arke.chat.ChatContext.Bot;
import dev.arke.delivery.TeamsPerson;
import dev.arke.dialogue.Asker;
import dev.arke.dialogue.Dialogue;
import dev.arke.dialogue.Expected;
import dev.arke.dialogue.Place;
import dev.arke.dialogue.Submitted;
import dev.arke.engine.delivery.KeepTeams;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.teams.web.MessageRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Activities as the dialogue knows them: who asks, where, what. May wait for Teams and the database. */
public final class Speech {
    private static final String NAME = "Arke";
    private static final String ROOT = "@Arke";

    private final Dialogue dialogue;
    private final Askers askers;
    private final KeepTeams keep;

    Speech(Dialogue dialogue, Askers askers, KeepTeams keep) {
        this.dialogue = dialogue;
        this.askers = askers;
        this.keep = keep;
    }

    Expected expect(String line) {
        return expect(dialogue, line);
    }

    /** Waits for nothing. */
    public static Expected expect(Dialogue dialogue, String line) {
        var nowhere = new Place(new Bot("", NAME, ROOT), Optional.empty(), Optional.empty(), Map.of());
        return dialogue.expect(ContactKind.TEAMS, nowhere, line);
    }

    Reply answer(Heard heard, String line) {
        return dialogue.answer(askers.of(heard), place(heard, heard.message()), line);
    }

    Reply open(Heard heard, String verb, Map<String, String> given) {
        return dialogue.open(askers.of(heard), place(heard, heard.message()), verb, given);
    }

    /** {@code message} is the reference of the one that the form was opened from. */
    Submitted submit(Heard heard, Optional<String> message, String verb, Map<String, String> values) {
        var from = message.flatMap(MessageRef::parse)
                .filter(ref -> ref.place().equals(MessageRef.place(heard.conversation())));
        return dialogue.submit(askers.of(heard), place(heard, from), verb, values);
    }

    /** What somebody reads who has added Arke to where this is. */
    Reply joined(Heard heard) {
        return dialogue.joined(askers.of(heard), place(heard, Optional.empty()));
    }

    boolean isMember(Heard heard) {
        return askers.of(heard).kind() == Asker.Kind.MEMBER;
    }

    String root() {
        return ROOT;
    }

    private Place place(Heard heard, Optional<MessageRef> message) {
        return new Place(
                new Bot(heard.botId(), NAME, ROOT),
                heard.isPersonal()
                        ? Optional.empty()
                        : Optional.of(new ChannelAddress(ContactKind.TEAMS, MessageRef.place(heard.conversation()))),
                message.map(MessageRef::toString),
                mentions(heard));
    }

    /** People by the account that they are linked by; the bot by what it is called in the request. */
    private Map<String, String> mentions(Heard heard) {
        var mentions = new LinkedHashMap<String, String>();
        heard.mentions()
                .forEach((label, id) -> mentions.put(
                        label,
                        id.equals(heard.botId())
                                ? id
                                : keep.person(id).map(TeamsPerson::account).orElse(id)));
        return mentions;
    }
}
