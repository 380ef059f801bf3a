package dev.arke.mail;

import dev.arke.delivery.Outcome;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a mail server reports of a mail that it took and could not deliver (RFC 3464, 6522): which one it was, and why. Reports
 * of delays, and whatever cannot be read, are none.
 */
record DeliveryReport(String returned, Outcome outcome) {
    private static final int MOST_BYTES = 32 * 1024;
    private static final int MACHINES_PART = 1;
    private static final int MAIL_PART = 2;
    private static final Pattern ACTION = field("Action");
    private static final Pattern STATUS = field("Status");
    private static final Pattern SAID = field("Diagnostic-Code");
    private static final Pattern CODE = Pattern.compile("\\b(5\\d\\d)\\b");
    private static final Pattern FINER = Pattern.compile("5\\.\\d{1,3}\\.\\d{1,3}");

    /** With the lines that go on from it; possessive, as each of very many would else take room on the stack. */
    private static Pattern field(String name) {
        return Pattern.compile("(?im)^" + name + ":[ \\t]*(.*+(?:\\r?\\n[ \\t].*+)*+)");
    }

    /** {@code returned}: the headers of our mail that name it. */
    static Optional<DeliveryReport> of(Part mail) throws MessagingException {
        try {
            if (!mail.isMimeType("multipart/report") || !(mail.getContent() instanceof Multipart parts))
                return Optional.empty();
            // RFC 6522, 3: what people read, what machines read, and the mail or its headers.
            if (parts.getCount() < MACHINES_PART + 1) return Optional.empty();
            var names = parts.getCount() > MAIL_PART ? returned(parts.getBodyPart(MAIL_PART)) : "";
            return outcome(text(parts.getBodyPart(MACHINES_PART).getInputStream()))
                    .map(outcome -> new DeliveryReport(names, outcome));
        } catch (IOException e) {
            throw new MessagingException("a report cannot be read", e);
        }
    }

    private static String returned(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Message mail) return new Headers(mail).first("Message-ID");
        var headers = new InternetHeaders(
                new ByteArrayInputStream(text(part.getInputStream()).getBytes(StandardCharsets.UTF_8)));
        return Objects.requireNonNullElse(headers.getHeader("Message-ID", " "), "");
    }

    private static String text(InputStream in) throws IOException {
        try (in) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        }
    }

    /** Of the first recipient whom it failed for: our mails have one. */
    private static Optional<Outcome> outcome(String report) {
        for (var group : report.split("\\r?\\n\\s*\\r?\\n", -1)) {
            if (!value(ACTION, group).toLowerCase(Locale.ROOT).strip().equals("failed")) continue;
            var status = FINER.matcher(value(STATUS, group));
            var said = value(SAID, group);
            var code = CODE.matcher(said);
            var finer = status.find() ? Optional.of(status.group()) : Optional.<String>empty();
            // Without a code, an answer that says no more than its finer status.
            var answer = new SmtpAnswer(
                    SmtpAnswer.Stage.RECIPIENT,
                    code.find() ? Integer.parseInt(code.group(1)) : 554,
                    finer,
                    SmtpAnswer.isAboutUs(said));
            return Optional.of(answer.outcome("the mail server", true));
        }
        return Optional.empty();
    }

    private static String value(Pattern field, String group) {
        var found = field.matcher(group);
        return found.find() ? found.group(1) : "";
    }
}
