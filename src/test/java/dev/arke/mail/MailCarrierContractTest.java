package dev.arke.mail;

import dev.arke.delivery.Carrier;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.TimeLimit;
import dev.arke.mail.MailSettings.Login;
import dev.arke.mail.MailSettings.Security;
import dev.arke.testkit.CarrierContract;
import dev.arke.testkit.FakeSmtp;
import dev.arke.testkit.MovableInstants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

final class MailCarrierContractTest extends CarrierContract {
    private static final String PASSWORD = "s3cret-of-smtp";

    private final List<FakeSmtp> servers = new ArrayList<>();

    @AfterEach
    void closeServers() throws IOException {
        for (var server : servers) server.close();
    }

    @Override
    protected Carrier carrier(int port, Duration read, Duration whole) {
        var login = new Login("arke-user", PASSWORD);
        var settings =
                new MailSettings("127.0.0.1", port, Security.NONE, Optional.of(login), "Arke <arke@example.com>", 120);
        var options = new SmtpOptions(Duration.ofSeconds(5), read, new TimeLimit(whole), Optional.empty());
        return new MailCarrier(settings, MailWays.NONE, options, new MovableInstants());
    }

    @Override
    protected int startFarEnd() {
        try {
            var server = FakeSmtp.start();
            servers.add(server);
            return server.port();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected int startFarEnd(String answer) {
        int port = startFarEnd();
        int space = answer.indexOf(' ');
        servers.getLast().answering(answer.substring(0, space), answer.substring(space + 1));
        return port;
    }

    @Override
    protected String address(int port) {
        return "dana@example.com";
    }

    @Override
    protected List<Arrived> arrived() {
        return servers.stream()
                .flatMap(server -> server.mails().stream())
                .map(ParsedMail::of)
                .map(mail -> new Arrived(mail.header("Message-ID"), mail.text(), mail.html()))
                .toList();
    }

    /** The address of a person is private too. */
    @Override
    protected List<String> secrets(int port) {
        return List.of(PASSWORD, "arke-user", "dana@example.com");
    }

    @Override
    protected Stream<Answer> answers() {
        return Stream.of(
                Answer.of("MAIL_END 250 2.0.0 queued", Outcome.Delivered.class),
                Answer.of("QUIT 500 what", Outcome.Delivered.class),
                Answer.of("GREETING 421 too busy", Outcome.Again.class),
                Answer.of("GREETING hello", Outcome.Again.class),
                Answer.of("AUTH 535 5.7.8 bad password s3cret-of-smtp", Outcome.CarrierBroken.class),
                Answer.of("AUTH 454 4.7.0 later", Outcome.Again.class),
                Answer.of("MAIL 451 4.3.0 later", Outcome.Again.class),
                Answer.of("MAIL 530 5.7.0 log in first", Outcome.CarrierBroken.class),
                Answer.of("MAIL 550 5.7.1 not your address", Outcome.CarrierBroken.class),
                Answer.of("RCPT 421 closing", Outcome.Again.class),
                Answer.of("RCPT 450 4.2.0 grey-listed dana@example.com", Outcome.Again.class),
                Answer.of("RCPT 452 4.2.2 mailbox full", Outcome.Again.class),
                Answer.of("RCPT 552 5.2.2 mailbox full", Outcome.Again.class),
                Answer.of("RCPT 550 5.1.1 <dana@example.com>: unknown", Outcome.RecipientGone.class),
                Answer.of("RCPT 550 no such user", Outcome.RecipientGone.class),
                Answer.of("RCPT 551 moved", Outcome.RecipientGone.class),
                Answer.of("RCPT 553 bad name", Outcome.RecipientGone.class),
                Answer.of("RCPT 556 takes no mail", Outcome.RecipientGone.class),
                Answer.of("RCPT 550 5.7.1 you are on a block list", Outcome.CarrierBroken.class),
                Answer.of("RCPT 554 relay access denied", Outcome.CarrierBroken.class),
                Answer.of("RCPT 550 relay not permitted", Outcome.CarrierBroken.class),
                Answer.of("RCPT 550 <bob@relay.example.com>: no such user", Outcome.RecipientGone.class),
                Answer.of("RCPT 550 5.1.1 user unknown, relay denied", Outcome.RecipientGone.class),
                Answer.of("DATA 451 later", Outcome.Again.class),
                Answer.of("DATA 554 no", Outcome.PayloadRefused.class),
                Answer.of("MAIL_END 451 4.7.1 later", Outcome.Again.class),
                Answer.of("MAIL_END 552 too big", Outcome.PayloadRefused.class),
                Answer.of("MAIL_END 554 5.6.0 looks odd", Outcome.PayloadRefused.class),
                new Answer("MAIL_END 554 5.6.0 looks odd", true, Outcome.CarrierBroken.class));
    }
}
