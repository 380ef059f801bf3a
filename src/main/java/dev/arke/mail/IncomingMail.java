package dev.arke.mail;

import dev.arke.chat.Bounce;
import dev.arke.chat.Letter;
import dev.arke.chat.Letter.Writer;
import dev.arke.delivery.Stamp;
import dev.arke.responder.Sha256;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** Reads a mail as strangers wrote it: whatever in it cannot be read is taken as not there, and nothing of it is fetched in vain. */
final class IncomingMail {
    private static final Pattern TOKEN = Pattern.compile("(?<![a-z2-7])[a-z2-7]{46}(?![a-z2-7])");

    /** To whom it went: as it was addressed, and as servers that passed it on noted it. */
    private static final List<String> RECIPIENTS =
            List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Forwarded-To");

    private static final int LONGEST_SUBJECT = 500;
    private static final int MOST_RAW = 256 * 1024;
    private static final Session NO_SESSION = Session.getInstance(new Properties());

    private final Supplier<Stamp> stamp;

    IncomingMail(Supplier<Stamp> stamp) {
        this.stamp = stamp;
    }

    /** A mail, and what tells it from all others, also when it is delivered twice or the server counts anew. */
    record Read(Letter letter, String digest) {}

    Read read(Message mail) throws MessagingException {
        var headers = new Headers(mail);
        var bounce = bounce(mail, headers);
        var writer = bounce.isPresent() ? Writer.SERVER : writer(headers);
        // Nobody reads what nobody wrote, and servers stumble over the odd forms of such mails.
        boolean isRead = writer == Writer.PERSON || writer == Writer.MACHINE;
        var body = isRead ? body(mail) : MailBody.NOTHING;
        var to = recipients(headers);
        var letter = new Letter(
                sender(headers), to, tokens(headers, to), subject(headers), body.text(), body.isCut(), writer, bounce);
        var digest = Sha256.of(String.join(
                "\n",
                headers.first("Message-ID"),
                headers.first("Date"),
                headers.first("From"),
                headers.first("Subject"),
                body.text()));
        return new Read(letter, digest);
    }

    /** Some servers cannot say how a mail is built that breaks the rules: then its beginning is fetched and read here. */
    private static MailBody body(Message mail) throws MessagingException {
        try {
            return MailBody.of(mail);
        } catch (MessagingException e) {
            if (!mail.getFolder().isOpen() || !(mail instanceof IMAPMessage there)) throw e;
            try (var raw = there.getMimeStream()) {
                var beginning = new ByteArrayInputStream(raw.readNBytes(MOST_RAW));
                return MailBody.of(new MimeMessage(NO_SESSION, beginning));
            } catch (IOException cut) {
                throw new MessagingException("a mail cannot be fetched", cut);
            }
        }
    }

    /** Two senders are none: which of them would it be of? */
    private static Optional<String> sender(Headers headers) {
        var senders = addresses(headers.all("From"));
        return senders.size() == 1 ? Optional.of(senders.getFirst()) : Optional.empty();
    }

    private static List<String> recipients(Headers headers) {
        return RECIPIENTS.stream()
                .flatMap(name -> addresses(headers.all(name)).stream())
                .distinct()
                .toList();
    }

    private static List<String> addresses(List<String> headers) {
        var found = new ArrayList<String>();
        for (var header : headers) {
            try {
                for (var address : InternetAddress.parseHeader(header, false))
                    if (address.getAddress() != null)
                        found.add(address.getAddress().toLowerCase(Locale.ROOT));
            } catch (AddressException e) {
                // As if it were not there.
            }
        }
        return found;
    }

    /** In the address it was sent to, then in the mail that it answers, then in those before, the latest first. */
    private static List<String> tokens(Headers headers, List<String> to) {
        var places = Stream.of(to.stream(), headers.all("In-Reply-To").stream(), headers.all("References").stream())
                .flatMap(many -> many)
                .toList();
        var tokens = new LinkedHashSet<String>();
        for (var place : places) {
            tokens.addAll(tokens(place).reversed());
        }
        return List.copyOf(tokens);
    }

    private static List<String> tokens(String place) {
        return TOKEN.matcher(place.toLowerCase(Locale.ROOT))
                .results()
                .map(result -> result.group())
                .toList();
    }

    private static String subject(Headers headers) {
        var raw = headers.first("Subject");
        try {
            raw = MimeUtility.decodeText(MimeUtility.unfold(raw));
        } catch (UnsupportedEncodingException e) {
            // As it is.
        }
        return raw.length() > LONGEST_SUBJECT ? raw.substring(0, LONGEST_SUBJECT) : raw;
    }

    /** One that cannot be read is no loss: it is an automatic answer like others. */
    private static Optional<Bounce> bounce(Message mail, Headers headers) throws MessagingException {
        if (!headers.word("Content-Type").startsWith("multipart/report")) return Optional.empty();
        try {
            return DeliveryReport.of(mail).map(report -> new Bounce(tokens(report.returned()), report.outcome()));
        } catch (MessagingException e) {
            if (!mail.getFolder().isOpen()) throw e;
            return Optional.empty();
        }
    }

    private Writer writer(Headers headers) {
        if (isOurs(headers.first("Message-ID"))) return Writer.ARKE;
        return MailWriter.of(headers);
    }

    private boolean isOurs(String id) {
        return TOKEN.matcher(id.toLowerCase(Locale.ROOT))
                .results()
                .anyMatch(result -> stamp.get().replyTo(result.group()).isPresent());
    }
}
