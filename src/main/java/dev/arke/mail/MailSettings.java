package dev.arke.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;

/**
 * The mail server and our sender. {@code from} is an address, or a name with one: {@code Arke <arke@example.com>}; {@code
 * mailsAMinute} is how many the server gets at most, from each node.
 */
public record MailSettings(
        String host, int port, Security security, Optional<Login> login, String from, int mailsAMinute) {
    /** Few servers put off so many, and pages are few. */
    public static final int USUAL_MAILS_A_MINUTE = 120;

    private static final int MOST_MAILS_A_MINUTE = 100_000;

    private static final ServerUrl.Kind KIND = new ServerUrl.Kind("SMTP_URL", "smtp", "smtps", 25, 587, 465);

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
        var server = ServerUrl.parse(KIND, url);
        return new MailSettings(
                server.host(), server.port(), server.security(), server.login(), sender(from), USUAL_MAILS_A_MINUTE);
    }

    /**
     * The same with another limit.
     *
     * @throws IllegalArgumentException when it is none, for people
     */
    public MailSettings atMost(String mailsAMinute) {
        if (!mailsAMinute.matches("[0-9]{1,6}")
                || Integer.parseInt(mailsAMinute) < 1
                || Integer.parseInt(mailsAMinute) > MOST_MAILS_A_MINUTE)
            throw new IllegalArgumentException(
                    "SMTP_MAILS_A_MINUTE is “" + mailsAMinute + "”: expected a number from 1 to 100000, such as 120.");
        return new MailSettings(host, port, security, login, from, Integer.parseInt(mailsAMinute));
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
        return "MailSettings[" + host + ":" + port + ", " + security + ", from " + from + ", " + mailsAMinute
                + " a minute]";
    }
}
