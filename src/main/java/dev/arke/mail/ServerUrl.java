package dev.arke.mail;

import dev.arke.mail.MailSettings.Login;
import dev.arke.mail.MailSettings.Security;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A mail server as a setting names it: {@code smtp://user:password@host:587}, {@code imaps://…}; {@code path} is decoded. */
record ServerUrl(String host, int port, Security security, Optional<Login> login, String path) {
    /** What the addresses of a protocol are like. */
    record Kind(String setting, String plain, String tls, int plainPort, int loginPort, int tlsPort) {
        String example() {
            return plain + "://user:password@mail.example.com:" + loginPort;
        }
    }

    /** @throws IllegalArgumentException what is wrong, for people, without the secret */
    static ServerUrl parse(Kind kind, String url) {
        var uri = uri(kind, url);
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals(kind.plain()) && !scheme.equals(kind.tls()))
            throw new IllegalArgumentException(
                    kind.setting() + " must begin with " + kind.plain() + ":// or " + kind.tls() + "://.");
        if (uri.getHost() == null)
            throw new IllegalArgumentException(kind.setting() + " has no host that can be read. Write it like "
                    + kind.example() + ", with @ : / in the user or password as %40 %3A %2F.");
        var login = login(kind, uri);
        boolean tls = scheme.equals(kind.tls());
        var security = tls ? Security.TLS : security(uri.getHost(), login.isPresent());
        int standardPort = tls ? kind.tlsPort() : login.isPresent() ? kind.loginPort() : kind.plainPort();
        return new ServerUrl(
                uri.getHost(),
                uri.getPort() < 0 ? standardPort : uri.getPort(),
                security,
                login,
                uri.getRawPath() == null ? "" : decoded(uri.getRawPath()));
    }

    private static URI uri(Kind kind, String url) {
        try {
            return new URI(url.strip());
        } catch (URISyntaxException e) {
            // Its message and its cause would repeat the password.
            throw new IllegalArgumentException(kind.setting() + " cannot be read. Write it like " + kind.example()
                    + ", with special characters as %-codes (@ as %40).");
        }
    }

    private static Security security(String host, boolean login) {
        boolean here = host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
        if (here) return Security.NONE;
        return login ? Security.STARTTLS : Security.STARTTLS_IF_OFFERED;
    }

    private static Optional<Login> login(Kind kind, URI uri) {
        var raw = uri.getRawUserInfo();
        if (raw == null || raw.isEmpty()) return Optional.empty();
        int colon = raw.indexOf(':');
        if (colon < 1)
            throw new IllegalArgumentException(
                    kind.setting() + " has a user without a password: write user:password@host.");
        return Optional.of(new Login(decoded(raw.substring(0, colon)), decoded(raw.substring(colon + 1))));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return host + ":" + port + ", " + security;
    }
}
