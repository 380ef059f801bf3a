package dev.arke.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.Jsoup;

/**
 * The words of a mail: its plain text, or else that of its HTML. Of a long one only the beginning is fetched, of attachments
 * nothing.
 */
record MailBody(String text, boolean isCut) {
    static final MailBody NOTHING = new MailBody("", false);

    private static final int MOST_BYTES = 64 * 1024;
    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 50;

    /** @throws MessagingException when the server does not give it */
    static MailBody of(Part mail) throws MessagingException {
        try {
            var plain = find(mail, "text/plain", 0);
            if (plain.isPresent()) return read(plain.get());
            var html = find(mail, "text/html", 0);
            if (html.isEmpty()) return NOTHING;
            var read = read(html.get());
            return new MailBody(words(read.text()), read.isCut());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first such part that is no attachment. */
    private static Optional<Part> find(Part part, String type, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) return Optional.empty();
        if (part.isMimeType(type)) return Optional.of(part);
        if (!part.isMimeType("multipart/*") || !(part.getContent() instanceof Multipart parts)) return Optional.empty();
        for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
            var found = find(parts.getBodyPart(i), type, depth + 1);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static MailBody read(Part part) throws MessagingException, IOException {
        try (var in = part.getInputStream()) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            boolean isCut = bytes.length > MOST_BYTES;
            return new MailBody(new String(bytes, 0, Math.min(bytes.length, MOST_BYTES), charset(part)), isCut);
        }
    }

    /** What nobody knows is read as UTF-8, in which ASCII is itself. */
    private static Charset charset(Part part) throws MessagingException {
        try {
            var name = new ContentType(part.getContentType()).getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (ParseException | IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Without what it quotes, where that is marked as such. */
    private static String words(String html) {
        var page = Jsoup.parse(html);
        page.select("style, script, title, blockquote, .gmail_quote, #divRplyFwdMsg, #divRplyFwdMsg ~ *")
                .remove();
        page.select("br").append("\n");
        page.select("p, div, tr, li, h1, h2, h3").prepend("\n");
        return page.wholeText().strip();
    }
}
