package dev.arke.dialogue;

import dev.arke.chat.AnswerPhrases;
import dev.arke.chat.IncidentView;
import dev.arke.chat.Letter;
import dev.arke.chat.ReplyText;
import dev.arke.delivery.Stamp;
import dev.arke.engine.delivery.HearOutcomes;
import dev.arke.engine.delivery.ReadSent;
import dev.arke.engine.delivery.ReadSent.Sent;
import dev.arke.engine.delivery.TellByMail;
import dev.arke.engine.incident.ReceiveMail;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mails that come in. A reply counts when it brings back the token of a message of ours and comes from an address of
 * whoever that message went to; it can do what concerns the incident of that message, and is answered in words. A mail to
 * an integration's address is an alert. All else changes nothing.
 */
public final class HearMail {
    private static final Logger LOG = LoggerFactory.getLogger(HearMail.class);

    private final Supplier<Stamp> stamp;
    private final ReadSent readSent;
    private final TellByMail tell;
    private final Dialogue dialogue;
    private final ReplyLine replyLine;
    private final ReceiveMail receiveMail;
    private final HearOutcomes later;

    /** What became of a mail; a closed set, fit for a metric's label. */
    public enum Heard {
        /** It was a line or an answer, and was taken to the verb, which may have said no. */
        RUN,
        /** A reply whose words ask for nothing that can be done by mail. */
        UNCLEAR,
        /** The token of a message to somebody else than the sender. */
        NOT_THEIRS,
        /** A responder wrote, but not as a reply to a message of ours. */
        NO_REPLY,
        STRANGER,
        /** It was for an integration. */
        ALERT,
        MACHINE,
        /** A mail server could not deliver a mail of ours. */
        BOUNCE,
        OWN,
        /** It could not be handled, and was set aside. */
        FAILED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public HearMail(
            Supplier<Stamp> stamp,
            ReadSent readSent,
            TellByMail tell,
            Dialogue dialogue,
            ReplyLine replyLine,
            ReceiveMail receiveMail,
            HearOutcomes later) {
        this.later = later;
        this.receiveMail = receiveMail;
        this.stamp = stamp;
        this.readSent = readSent;
        this.tell = tell;
        this.dialogue = dialogue;
        this.replyLine = replyLine;
    }

    public Heard hear(Letter letter) {
        var heard = switch (letter.writer()) {
            case ARKE -> Heard.OWN;
            case AUTOREPLY -> Heard.MACHINE;
            case SERVER -> bounced(letter);
            case MACHINE -> alert(letter).orElse(Heard.MACHINE);
            case PERSON -> hearPerson(letter);
        };
        LOG.atInfo().addKeyValue("outcome", heard.word()).log("a mail came in");
        return heard;
    }

    /** Only who had the mail itself can bring back its token, so nobody else takes an address out of use. */
    private Heard bounced(Letter letter) {
        letter.bounce()
                .ifPresent(bounce -> bounce.tokens().stream()
                        .flatMap(token -> stamp.get().replyTo(token).stream())
                        .findFirst()
                        .ifPresent(id -> later.returned(id, bounce.outcome())));
        return Heard.BOUNCE;
    }

    private Heard hearPerson(Letter letter) {
        var from = letter.from().orElse("");
        var sent = sent(letter);
        if (sent.isEmpty()) return alert(letter).orElseGet(() -> noReply(from));
        if (!sent.get().isFrom(from)) {
            tell.tell(from, Optional.empty(), reader -> AnswerPhrases.in(reader).say("mail.not.yours"));
            return Heard.NOT_THEIRS;
        }
        return answer(letter, from, sent.get());
    }

    private Optional<Heard> alert(Letter letter) {
        return receiveMail.receive(letter).map(receipt -> Heard.ALERT);
    }

    private Heard noReply(String from) {
        boolean isKnown = tell.tell(
                from, Optional.empty(), reader -> AnswerPhrases.in(reader).say("mail.which"));
        return isKnown ? Heard.NO_REPLY : Heard.STRANGER;
    }

    private Optional<Sent> sent(Letter letter) {
        return letter.tokens().stream()
                .flatMap(token -> stamp.get().replyTo(token).stream())
                .flatMap(id -> readSent.read(id).stream())
                .findFirst();
    }

    private Heard answer(Letter letter, String from, Sent sent) {
        var incident = sent.incidents().stream()
                .findFirst()
                .filter(any -> sent.incidents().size() == 1)
                .map(IncidentView::incident);
        var line = replyLine.of(ReplyText.of(letter.text()), sent);
        var words = switch (line) {
            case ReplyLine.Meant.Line(var text) -> ByMail.words(ByMail.run(dialogue, sent, text), sent.reader());
            case ReplyLine.Meant.Unclear(var why) -> why;
        };
        tell.tell(from, incident.map(one -> one.id()), reader -> words);
        return line instanceof ReplyLine.Meant.Line ? Heard.RUN : Heard.UNCLEAR;
    }
}
