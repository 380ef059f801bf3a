package dev.arke.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** A mail as it arrived, read by a mail program. */
record ParsedMail(MimeMessage mail) {
    static ParsedMail of(String raw) {
        var bytes = new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8));
        try {
            return new ParsedMail(new MimeMessage(Session.getInstance(new Properties()), bytes));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The header, unfolded, or nothing. */
    String header(String name) {
        try {
            return Objects.requireNonNullElse(mail.getHeader(name, ", "), "");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    String text() {
        return part(0).orElseGet(() -> content(mail));
    }

    Optional<String> html() {
        return part(1);
    }

    private Optional<String> part(int index) {
        try {
            if (!(mail.getContent() instanceof MimeMultipart parts)) return Optional.empty();
            return Optional.of(content(parts.getBodyPart(index)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String content(jakarta.mail.Part part) {
        try {
            return part.getContent().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
