package dev.arke.mail;

import dev.arke.card.Card;
import dev.arke.delivery.Message;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;

/** One message as a mail. Every header is ours or cleaned: no text from an alert begins a header of its own. */
final class MailMessage extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int LONGEST_SUBJECT = 150;

    /** RFC 5322, 3.3. Jakarta Mail would write the host's zone. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss +0000", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Line ends of every kind and other controls. */
    private static final Pattern UNFIT_FOR_A_HEADER = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    private static final Pattern REFERENCE = Pattern.compile("<[!-~&&[^<>@]]+@[!-~&&[^<>@]]+>");

    private final String id;

    MailMessage(Session session, InternetAddress from, InternetAddress to, Message message, MailWays ways, Instant now)
            throws MessagingException {
        super(session);
        id = idOf(message, ways, from);
        setFrom(from);
        setRecipient(RecipientType.TO, to);
        var replyTo = ways.replyTo(message);
        if (replyTo.isPresent()) setHeader("Reply-To", replyTo.get());
        setSubject(subject(message.card()), UTF_8);
        setHeader("Date", DATE.format(now));
        // RFC 3834: no out-of-office note answers us; the second is Exchange's own.
        setHeader("Auto-Submitted", "auto-generated");
        setHeader("X-Auto-Response-Suppress", "All");
        if (message.purpose() == Message.Purpose.PAGE) {
            setHeader("Importance", "high");
            setHeader("X-Priority", "1");
        }
        thread(message, from);
        fill(message, ways, now);
        saveChanges();
    }

    /**
     * All mails about one incident answer the same mail, which nobody sent: programs show them as one conversation, in
     * whichever order they come, and whichever of them was lost.
     */
    private void thread(Message message, InternetAddress from) throws MessagingException {
        var refs = new ArrayList<String>();
        message.topic().ifPresent(id -> refs.add("<arke.about." + id + "@" + domain(from) + ">"));
        message.thread().filter(ref -> REFERENCE.matcher(ref).matches()).ifPresent(refs::add);
        if (refs.isEmpty()) return;
        setHeader("In-Reply-To", refs.getLast());
        setHeader("References", String.join(" ", refs));
    }

    /**
     * The same for every attempt of a delivery, so that mail programs show a mail that came twice once; and nobody else can
     * make it, so that a reply proves by it that it comes from where the mail went.
     */
    static String idOf(Message message, MailWays ways, InternetAddress from) {
        return "<arke." + ways.stamp().get().reply(message.deliveryId()) + "@" + domain(from) + ">";
    }

    private static String domain(InternetAddress from) {
        var address = from.getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }

    static String subject(Card card) {
        var line = UNFIT_FOR_A_HEADER.matcher(card.summary()).replaceAll(" ").strip();
        if (line.codePointCount(0, line.length()) <= LONGEST_SUBJECT) return line;
        return line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }

    private void fill(Message message, MailWays ways, Instant now) throws MessagingException {
        var links = ways.links(message, now);
        var invitation = ways.invitation(message);
        var phrases = MailWays.phrases(message);
        var text = MailText.of(message.card(), links, invitation, phrases);
        if (message.plain()) {
            setText(text, UTF_8, "plain");
            return;
        }
        var plain = new MimeBodyPart();
        plain.setText(text, UTF_8, "plain");
        var html = new MimeBodyPart();
        html.setText(MailHtml.of(message.card(), links, invitation, phrases), UTF_8, "html");
        setContent(new MimeMultipart("alternative", plain, html));
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
