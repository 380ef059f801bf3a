package dev.arke.mail;

import dev.arke.mail.MailSettings.Login;
import dev.arke.mail.MailSettings.Security;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.util.Properties;

/** Connections to the mail server. */
final class SmtpServer {
    private final MailSettings settings;
    private final String protocol;
    private final Session session;

    SmtpServer(MailSettings settings, SmtpOptions options) {
        this.settings = settings;
        this.protocol = settings.security() == Security.TLS ? "smtps" : "smtp";
        this.session = Session.getInstance(properties(options));
    }

    /** The subject of a sentence about it. */
    String name() {
        return "the mail server " + settings.host();
    }

    Session session() {
        return session;
    }

    void send(MailMessage mail, InternetAddress to) throws MessagingException {
        var transport = connected();
        try {
            transport.sendMessage(mail, new Address[] {to});
        } finally {
            close(transport);
        }
    }

    /** Connects, encrypts and logs in as for a mail, and sends none. */
    void login() throws MessagingException {
        close(connected());
    }

    private Transport connected() throws MessagingException {
        var transport = session.getTransport(protocol);
        transport.connect(
                settings.host(),
                settings.port(),
                settings.login().map(Login::user).orElse(null),
                settings.login().map(Login::password).orElse(null));
        return transport;
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException ignored) {
            // The mail is sent, or its failure is known already; a goodbye that fails changes neither.
        }
    }

    private Properties properties(SmtpOptions options) {
        var properties = new Properties();
        var prefix = "mail." + protocol + ".";
        properties.put(
                prefix + "connectiontimeout", Long.toString(options.connect().toMillis()));
        properties.put(prefix + "timeout", Long.toString(options.read().toMillis()));
        properties.put(prefix + "auth", Boolean.toString(settings.login().isPresent()));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        options.trust().ifPresent(trust -> properties.put(prefix + "ssl.socketFactory", trust));
        // A server that never answers QUIT must not turn a mail that it took into a time-out.
        properties.put(prefix + "quitwait", "false");
        switch (settings.security()) {
            case NONE, TLS -> properties.put(prefix + "starttls.enable", "false");
            case STARTTLS_IF_OFFERED -> properties.put(prefix + "starttls.enable", "true");
            case STARTTLS -> {
                properties.put(prefix + "starttls.enable", "true");
                properties.put(prefix + "starttls.required", "true");
            }
        }
        return properties;
    }
}
