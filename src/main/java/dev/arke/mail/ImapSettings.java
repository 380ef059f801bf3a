package dev.arke.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * The mailbox to which people answer. {@code address}: what they write to, when that is not SMTP_FROM; with a {@code *} in it,
 * each mail has an address of its own there.
 */
public record ImapSettings(ServerUrl server, String folder, Optional<String> address) {
    private static final ServerUrl.Kind KIND = new ServerUrl.Kind("IMAP_URL", "imap", "imaps", 143, 143, 993);

    /** The star stands for so many characters. */
    private static final int TOKEN = 46;

    private static final int LONGEST_LOCAL_PART = 64;

    /**
     * Reads IMAP_URL ({@code imaps://user:password@host/folder}, INBOX without one) and IMAP_ADDRESS.
     *
     * @throws IllegalArgumentException what is wrong, for people, without the secret
     */
    public static ImapSettings parse(String url, String address) {
        var server = ServerUrl.parse(KIND, url);
        if (server.login().isEmpty())
            throw new IllegalArgumentException(
                    "IMAP_URL has no user and password: write imaps://user:password@mail.example.com.");
        var path = server.path().startsWith("/") ? server.path().substring(1) : server.path();
        return new ImapSettings(
                server,
                path.isBlank() ? "INBOX" : path,
                address.isBlank() ? Optional.empty() : Optional.of(checked(address)));
    }

    private static String checked(String address) {
        var sample = address.strip().replace("*", "x".repeat(TOKEN));
        int at = sample.lastIndexOf('@');
        boolean isOne =
                address.chars().filter(c -> c == '*').count() <= 1 && address.indexOf('*') < address.indexOf('@');
        try {
            var parsed = new InternetAddress(sample, true);
            if (isOne && sample.equals(parsed.getAddress()) && at > 0 && at <= LONGEST_LOCAL_PART)
                return address.strip();
        } catch (AddressException e) {
            // Said below.
        }
        throw new IllegalArgumentException("IMAP_ADDRESS must be one mail address, such as arke@example.com, or"
                + " arke+*@example.com where the server takes addresses with a plus: there a token of " + TOKEN
                + " characters takes the star's place, and at most " + LONGEST_LOCAL_PART
                + " characters may stand before the @.");
    }

    /** Where a reply to the message with this token goes; empty where that is the sender's own address. */
    Optional<String> replyTo(String token) {
        return address.map(pattern -> pattern.replace("*", token));
    }

    /** What tells this mailbox from others; the user is in it. */
    String identity() {
        return server.login().map(MailSettings.Login::user).orElse("").toLowerCase(Locale.ROOT) + "@" + server.host()
                + "/" + folder;
    }

    /** The subject of a sentence about it. */
    String name() {
        return "the mailbox on " + server.host();
    }

    @Override
    public String toString() {
        return "ImapSettings[" + server + ", folder " + folder + "]";
    }
}
