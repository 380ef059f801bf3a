package dev.arke.teams.inbound;

import dev.arke.database.DatabaseUnavailable;
import dev.arke.delivery.Carrier;
import dev.arke.dialogue.Dialogue;
import dev.arke.dialogue.Expected;
import dev.arke.dialogue.Turns;
import dev.arke.engine.chat.SeenEvents;
import dev.arke.engine.delivery.KeepTeams;
import dev.arke.engine.delivery.MarkContacts;
import dev.arke.engine.delivery.ShowMessage;
import dev.arke.engine.people.IdentityByEmail;
import dev.arke.engine.room.ChannelNews;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.responder.Responder;
import dev.arke.teams.TeamsSettings;
import dev.arke.teams.web.Connector;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of each activity that is known to be Teams'. Answers in time, and throws nothing. */
public final class TeamsBot implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TeamsBot.class);

    private final Turns turns = new Turns(ContactKind.TEAMS);
    private final SeenEvents seen;
    private final Askers askers;
    private final Lines lines;
    private final Clicks clicks;
    private final Dialogs dialogs;
    private final Installs installs;

    /** What it is put together from; {@code responders} gives whose a tenant's account is known to be. */
    public record Needs(
            TeamsSettings settings,
            Connector connector,
            Carrier carrier,
            Dialogue dialogue,
            KeepTeams keep,
            ShowMessage show,
            MarkContacts contacts,
            SeenEvents seen,
            BiFunction<String, String, Optional<Responder>> responders,
            IdentityByEmail byEmail,
            BiConsumer<ChannelAddress, ChannelNews> channels,
            InstantSource clock) {}

    public TeamsBot(Needs needs) {
        seen = needs.seen();
        askers = new Askers(
                needs.settings().tenantId(),
                needs.connector(),
                needs.keep(),
                needs.responders(),
                needs.byEmail(),
                turns,
                needs.clock());
        var speech = new Speech(needs.dialogue(), askers, needs.keep());
        var replies = new Replies(needs.connector(), needs.keep(), line -> speech.expect(line) == Expected.OPENS_FORM);
        lines = new Lines(speech, replies);
        clicks = new Clicks(lines, speech, replies, needs.show(), needs.carrier(), needs.seen(), turns, needs.clock());
        dialogs = new Dialogs(speech, replies, needs.seen(), turns);
        installs = new Installs(
                needs.connector(), needs.keep(), needs.contacts(), needs.channels(), askers, lines, speech);
    }

    Answered hear(Heard heard) {
        boolean isNowhere = heard.conversation().isEmpty() && !heard.isOfExtension();
        if (isNowhere || heard.who().userId().isEmpty()) {
            LOG.atInfo().addKeyValue("type", heard.type()).log("an activity of no conversation or of nobody");
            return heard.type().equals("invoke") ? Answered.UNKNOWN : Answered.TAKEN;
        }
        try {
            if (askers.isOurs(heard) && !heard.isOfExtension()) note(heard);
            return heard.type().equals("invoke") ? invoke(heard) : event(heard);
        } catch (DatabaseUnavailable e) {
            return Answered.NOT_NOW;
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("type", heard.type()).log("an activity of Teams was not answered");
            return new Answered(500, Optional.empty());
        }
    }

    /** A click is answered also while nothing can be kept. */
    private void note(Heard heard) {
        try {
            installs.note(heard);
        } catch (DatabaseUnavailable e) {
            LOG.atWarn().log("where Teams is answered could not be kept: the database does not answer");
        }
    }

    private Answered invoke(Heard heard) {
        return switch (heard.name()) {
            case "adaptiveCard/action" -> clicks.execute(heard);
            case "task/fetch" -> dialogs.fetch(heard);
            case "task/submit", "composeExtension/submitAction" -> dialogs.submit(heard);
            case "composeExtension/fetchTask" -> dialogs.aboutMessage(heard);
            case "composeExtension/query" -> dialogs.search(heard);
            default -> {
                LOG.atInfo().addKeyValue("name", heard.name()).log("an invoke that we do not know");
                yield Answered.UNKNOWN;
            }
        };
    }

    private Answered event(Heard heard) {
        return switch (heard.type()) {
            case "message" -> once(heard, () -> message(heard));
            case "installationUpdate" -> ours(heard, () -> installs.installation(heard));
            case "conversationUpdate" -> ours(heard, () -> installs.conversation(heard));
            default -> Answered.TAKEN;
        };
    }

    /** Nobody of another organisation's is kept. */
    private Answered ours(Heard heard, Runnable work) {
        return askers.isOurs(heard) ? once(heard, work) : Answered.TAKEN;
    }

    /** Teams sends again what it heard no answer to. */
    private Answered once(Heard heard, Runnable work) {
        var id = heard.id().isEmpty() ? "" : heard.type() + ":" + heard.conversation() + ":" + heard.id();
        if (!id.isEmpty() && !seen.claim(ContactKind.TEAMS, id)) return Answered.TAKEN;
        var turn = turns.begin(() -> {
            work.run();
            if (!id.isEmpty()) seen.finish(ContactKind.TEAMS, id);
            return true;
        });
        Turns.within(turn, Patience.MESSAGE);
        return Answered.TAKEN;
    }

    private void message(Heard heard) {
        var text = heard.text("/text");
        if (text.isBlank() && heard.value().isObject()) clicks.submit(heard);
        else lines.run(heard, text);
    }

    @Override
    public void close() {
        turns.close();
    }
}
