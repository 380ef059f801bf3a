package dev.arke.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The mail server and our sender. {@code from} is an address, or a name with one: {@code Arke <arke@example.com>}. */
public record MailSettings(String host, int port, Security security, Optional<Login> login, String from) {
    /** How the connection is protected. */
    public enum Security {
        /** Not at all: a server on this machine. */
        NONE,
        /** Encrypted where the server can. */
        STARTTLS_IF_OFFERED,
        /** Encrypted, or nothing is sent: a password must not be read on the way. */
        STARTTLS,
        /** Encrypted from the first byte. */
        TLS
    }

    /** Who we are for the mail server. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[***]";
        }
    }

    /**
     * Reads SMTP_URL ({@code smtp://user:password@host:587}, {@code smtps://…}) and SMTP_FROM. Without a port: smtps 465,
     * smtp 587 with a user and 25 without.
     *
     * @throws IllegalArgumentException what is wrong, for people, without the secret
     */
    public static MailSettings parse(String url, String from) {
        var uri = uri(url);
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("smtp") && !scheme.equals("smtps"))
            throw new IllegalArgumentException("SMTP_URL must begin with smtp:// or smtps://.");
        if (uri.getHost() == null)
            throw new IllegalArgumentException("SMTP_URL has no host that can be read. Write it like "
                    + "smtp://user:password@mail.example.com:587, with @ : / in the user or password as %40 %3A %2F.");
        var login = login(uri);
        boolean tls = scheme.equals("smtps");
        var security = tls ? Security.TLS : security(uri.getHost(), login.isPresent());
        int standardPort = tls ? 465 : login.isPresent() ? 587 : 25;
        return new MailSettings(
                uri.getHost(), uri.getPort() < 0 ? standardPort : uri.getPort(), security, login, sender(from));
    }

    private static URI uri(String url) {
        try {
            return new URI(url.strip());
        } catch (URISyntaxException e) {
            // Its message and its cause would repeat the password.
            throw new IllegalArgumentException("SMTP_URL cannot be read. Write it like "
                    + "smtp://user:password@mail.example.com:587, with special characters as %-codes (@ as %40).");
        }
    }

    private static Security security(String host, boolean login) {
        boolean here = host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
        if (here) return Security.NONE;
        return login ? Security.STARTTLS : Security.STARTTLS_IF_OFFERED;
    }

    private static Optional<Login> login(URI uri) {
        var raw = uri.getRawUserInfo();
        if (raw == null || raw.isEmpty()) return Optional.empty();
        int colon = raw.indexOf(':');
        if (colon < 1)
            throw new IllegalArgumentException("SMTP_URL has a user without a password: write user:password@host.");
        return Optional.of(new Login(decoded(raw.substring(0, colon)), decoded(raw.substring(colon + 1))));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** A half of the key that signs links and replies; blank where the server wants no password. */
    public String secret() {
        return login.map(Login::password).orElse("");
    }

    private static String sender(String from) {
        try {
            new InternetAddress(from, true);
            return from;
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    "SMTP_FROM must be one mail address, such as arke@example.com or Arke <arke@example.com>.", e);
        }
    }

    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + ", " + security + ", from " + from + "]";
    }
}
