package dev.arke.mail;

import dev.arke.card.Button;
import dev.arke.card.Phrases;
import dev.arke.delivery.Message;
import dev.arke.delivery.Stamp;
import dev.arke.dialogue.MailDeed;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How people answer a mail: by links below {@code publicUrl} and, where there is a mailbox, by a reply; {@code stamp} vouches
 * for both.
 */
public record MailWays(URI publicUrl, Supplier<Stamp> stamp, Optional<ImapSettings> mailbox) {
    /** For a carrier that is asked how it is, and sends nothing. */
    public static final MailWays NONE =
            new MailWays(URI.create("http://127.0.0.1"), () -> new Stamp("", ""), Optional.empty());

    /** How long a link can be used: over a long week-end, and no longer than it may be of use. */
    static final Duration LINKS_LAST = Duration.ofDays(7);

    /** The link for each button of a message that a page in the browser can do; none for the rest. */
    Function<Button, Optional<URI>> links(Message message, Instant now) {
        return button -> MailDeed.of(button.line()).map(deed -> link(message, button, now));
    }

    /** Where a reply to this message goes, when that is not where it comes from. */
    Optional<String> replyTo(Message message) {
        return mailbox.flatMap(box -> box.replyTo(stamp.get().reply(message.deliveryId())));
    }

    /** What a reply to this message can do. */
    Optional<String> invitation(Message message) {
        if (mailbox.isEmpty()) return Optional.empty();
        var deeds = message.card().buttons().stream()
                .flatMap(button -> MailDeed.of(button.line()).stream())
                .toList();
        if (deeds.contains(MailDeed.ANSWER)) return Optional.of(phrases(message).say("reply.answer"));
        return deeds.isEmpty() ? Optional.empty() : Optional.of(phrases(message).say("reply.page"));
    }

    /** What every mail says, in the language of its reader. */
    static Phrases phrases(Message message) {
        return Phrases.of("dev.arke.mail.mail", message.reader());
    }

    private URI link(Message message, Button button, Instant now) {
        var link = new Stamp.Link(message.deliveryId(), now.plus(LINKS_LAST), button.line());
        return URI.create(publicUrl + "/mail/" + stamp.get().link(link));
    }
}
