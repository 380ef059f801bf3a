package dev.arke.mail;

import dev.arke.card.Card;
import dev.arke.card.PlainText;
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

    MailMessage(Session session, InternetAddress from, InternetAddress to, Message message, Instant now)
            throws MessagingException {
        super(session);
        id = idOf(message, from);
        setFrom(from);
        setRecipient(RecipientType.TO, to);
        setSubject(subject(message.card()), UTF_8);
        setHeader("Date", DATE.format(now));
        // RFC 3834: no out-of-office note answers us; the second is Exchange's own.
        setHeader("Auto-Submitted", "auto-generated");
        setHeader("X-Auto-Response-Suppress", "All");
        if (message.purpose() == Message.Purpose.PAGE) {
            setHeader("Importance", "high");
            setHeader("X-Priority", "1");
        }
        var thread = message.thread().filter(ref -> REFERENCE.matcher(ref).matches());
        if (thread.isPresent()) {
            setHeader("In-Reply-To", thread.get());
            setHeader("References", thread.get());
        }
        fill(message);
        saveChanges();
    }

    /** The same for every attempt of a delivery, so that mail programs show a mail that came twice once. */
    static String idOf(Message message, InternetAddress from) {
        var address = from.getAddress();
        return "<arke." + message.deliveryId() + "@" + address.substring(address.lastIndexOf('@') + 1) + ">";
    }

    static String subject(Card card) {
        var line = UNFIT_FOR_A_HEADER.matcher(card.summary()).replaceAll(" ").strip();
        if (line.codePointCount(0, line.length()) <= LONGEST_SUBJECT) return line;
        return line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }

    private void fill(Message message) throws MessagingException {
        var text = PlainText.of(message.card());
        if (message.plain()) {
            setText(text, UTF_8, "plain");
            return;
        }
        var plain = new MimeBodyPart();
        plain.setText(text, UTF_8, "plain");
        var html = new MimeBodyPart();
        html.setText(MailHtml.of(message.card()), UTF_8, "html");
        setContent(new MimeMultipart("alternative", plain, html));
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
