package dev.arke.mail;

import dev.arke.delivery.Carrier;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.RateScope;
import dev.arke.delivery.TimeLimit;
import dev.arke.responder.ContactKind;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Sends messages as mail, each in a connection of its own. Safe for many threads. */
public final class MailCarrier implements Carrier {
    /** Postfix takes fifty connections of one client, unless told otherwise. */
    private static final int CONNECTIONS = 32;

    private final SmtpServer server;
    private final InternetAddress from;
    private final MailWays ways;
    private final InstantSource clock;
    private final TimeLimit limit;
    private final int mailsAMinute;
    private final MailCheck check;

    public MailCarrier(MailSettings settings, MailWays ways, InstantSource clock) {
        this(settings, ways, SmtpOptions.STANDARD, clock);
    }

    MailCarrier(MailSettings settings, MailWays ways, SmtpOptions options, InstantSource clock) {
        this.server = new SmtpServer(settings, options);
        this.from = sender(settings);
        this.ways = ways;
        this.clock = clock;
        this.limit = options.limit();
        this.mailsAMinute = settings.mailsAMinute();
        this.check = new MailCheck(this::login, clock);
    }

    private static InternetAddress sender(MailSettings settings) {
        try {
            return new InternetAddress(settings.from(), true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("SMTP_FROM is not a mail address", e);
        }
    }

    @Override
    public ContactKind kind() {
        return ContactKind.EMAIL;
    }

    @Override
    public Outcome send(Message message) {
        // A mail that has left cannot be changed, and a mail for each line of a timeline would bury the pages.
        if (message.edits().isPresent() || message.purpose() == Message.Purpose.THREAD)
            return new Outcome.Delivered(message.edits().or(message::thread).orElse(""));
        return limit.within(server.name(), () -> attempt(message));
    }

    private Outcome attempt(Message message) {
        var to = recipient(message.address());
        if (to.isEmpty()) return new Outcome.RecipientGone("this is not a mail address");
        try {
            var mail = new MailMessage(server.session(), from, to.get(), message, ways, clock.instant());
            server.send(mail, to.get());
            return new Outcome.Delivered(MailMessage.idOf(message, ways, from));
        } catch (MessagingException e) {
            return SmtpFailure.outcome(e, server.name(), message.plain());
        }
    }

    /** One bare address: a name, a list or a line end in it would reach somebody else. */
    private static Optional<InternetAddress> recipient(String address) {
        try {
            var parsed = new InternetAddress(address, true);
            return Optional.of(parsed).filter(it -> address.equals(it.getAddress()) && address.indexOf('@') > 0);
        } catch (AddressException e) {
            return Optional.empty();
        }
    }

    private Outcome login() {
        return limit.within(server.name(), () -> {
            try {
                server.login();
                return new Outcome.Delivered("");
            } catch (MessagingException e) {
                return SmtpFailure.outcome(e, server.name(), true);
            }
        });
    }

    @Override
    public int atOnce() {
        return CONNECTIONS;
    }

    @Override
    public List<RateScope> rateScopes(Message message) {
        return List.of(new RateScope("email", mailsAMinute, Duration.ofMinutes(1)));
    }

    @Override
    public Optional<String> problem() {
        return switch (check.outcome()) {
            case Outcome.Delivered ignored -> Optional.empty();
            case Outcome.Again again -> Optional.of(sentence(again.problem(), again.reason()));
            case Outcome.CarrierBroken broken -> Optional.of(sentence(broken.problem(), broken.reason()));
            case Outcome.HandedOver ignored -> Optional.empty();
            case Outcome.Undelivered lost -> Optional.of(lost.problem());
            case Outcome.PayloadRefused refused -> Optional.of(refused.problem());
            case Outcome.RecipientGone gone -> Optional.of(gone.problem());
        };
    }

    private static String sentence(String problem, FailureReason reason) {
        return problem + (reason == FailureReason.AUTH ? ": check user and password in SMTP_URL" : ": check SMTP_URL");
    }
}
