package dev.arke.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.arke.boot.EngineParts;
import dev.arke.boot.Mail;
import dev.arke.boot.Phone;
import dev.arke.boot.PhoneSettings;
import dev.arke.database.Database;
import dev.arke.delivery.Carrier;
import dev.arke.engine.incident.Inbound;
import dev.arke.mail.MailSettings;
import dev.arke.phone.gateway.GatewaySettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * How soon people are reached, through the real carriers: thousands of mails over SMTP, each an incident's page of its own,
 * and the mail that follows a text which the gateway refuses; and how fast pages are put into words.
 */
final class Reach implements Benchmark {
    private static final int PEOPLE = 200;
    /** Out of reach: what is measured is not the limit. */
    private static final String MAILS_A_MINUTE = "100000";

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long APART_MILLIS = 100;

    @Override
    public void run(Bench bench) throws Exception {
        bench.report()
                .title("reach, " + bench.engine() + ": mails through GreenMail on loopback, SMTP_MAILS_A_MINUTE="
                        + MAILS_A_MINUTE + " (" + MailSettings.USUAL_MAILS_A_MINUTE + " unless set)");
        mails(bench);
        nextMethods(bench);
        Words.run(bench);
    }

    private static void mails(Bench bench) throws InterruptedException {
        var scale = new Scale(bench.size(2_000, 200), PEOPLE, PEOPLE, 1);
        try (var receiver = new MailReceiver();
                var opened = bench.databases().fresh();
                var server = new BenchServer(
                        opened.database(),
                        EngineParts.Settings.ONE_BY_ONE,
                        List.of(mail(receiver, opened.database())),
                        scale.teamFile("email: p%1$d@example.com", ""))) {
            server.startWork();
            long begun = System.nanoTime();
            trigger(server, scale, IntStream.range(0, scale.incidents()));
            var came = receiver.await(scale.incidents(), PATIENCE);
            double seconds = (latest(came) - begun) / 1e9;
            bench.report().expect("mails", scale.incidents(), came.size());
            bench.report().expect("doubled mails", 0, receiver.doubled());
            bench.report().row(scale.incidents() + " mails, the last of them", new Goal(60, 15, "s"), seconds);
            bench.report().row("mails in a second", Goal.none("/s"), scale.incidents() / seconds);
        }
    }

    /** A person's text is refused, and their mail is to follow at once: their rules would send it five minutes later. */
    private static void nextMethods(Bench bench) throws Exception {
        var scale = new Scale(bench.size(25, 10), PEOPLE, PEOPLE, 1);
        var refusedAt = new ConcurrentHashMap<Integer, Long>();
        var gateway = refusing(refusedAt);
        try (var receiver = new MailReceiver();
                var opened = bench.databases().fresh();
                var server = new BenchServer(
                        opened.database(),
                        EngineParts.Settings.ONE_BY_ONE,
                        List.of(text(gateway, opened.database()), mail(receiver, opened.database())),
                        scale.teamFile(
                                "phone: \"+336%1$08d\", email: p%1$d@example.com, rules: {high: [{via: sms}, {via:"
                                        + " email, after: 5m}]}",
                                ""))) {
            server.startWork();
            for (int i = 0; i < scale.incidents(); i++) {
                trigger(server, scale, IntStream.of(i));
                TimeUnit.MILLISECONDS.sleep(APART_MILLIS);
            }
            var came = receiver.await(scale.incidents(), PATIENCE);
            bench.report().expect("mails after a refused text", scale.incidents(), came.size());
            var took = new ArrayList<Long>();
            came.forEach(
                    (alert, at) -> Optional.ofNullable(refusedAt.get(alert)).ifPresent(no -> took.add(at - no)));
            bench.report().expect("texts that were refused before", scale.incidents(), took.size());
            var percentiles = new Percentiles(took);
            var goal = new Goal(1_000, 250, "ms");
            bench.report().row("from a refused text to the mail, p50", goal, percentiles.millis(0.5));
            bench.report().row("from a refused text to the mail, longest", goal, percentiles.millis(1));
        } finally {
            gateway.stop(0);
        }
    }

    private static Carrier mail(MailReceiver receiver, Database database) {
        var settings =
                MailSettings.parse(receiver.url(), "Arke <arke@example.com>").atMost(MAILS_A_MINUTE);
        return new Mail(settings, Optional.empty(), URI.create("http://127.0.0.1:1"), database, database.clock())
                .carrier();
    }

    private static Carrier text(HttpServer gateway, Database database) {
        var url = "http://127.0.0.1:" + gateway.getAddress().getPort() + "/";
        var settings = GatewaySettings.read(url, "to={to}&text={text}", "", new ArrayList<>());
        return Phone.carriers(new PhoneSettings(Optional.empty(), settings), database.clock())
                .getFirst();
    }

    /** A gateway that will not send, and notes when it first said so of each alert. */
    private static HttpServer refusing(Map<Integer, Long> refusedAt) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> refuse(exchange, refusedAt));
        server.start();
        return server;
    }

    private static void refuse(HttpExchange exchange, Map<Integer, Long> refusedAt) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(400, -1);
            MailReceiver.about(URLDecoder.decode(body, StandardCharsets.UTF_8))
                    .ifPresent(alert -> refusedAt.putIfAbsent(alert, System.nanoTime()));
        }
    }

    private static void trigger(BenchServer server, Scale scale, IntStream alerts) {
        var engine = server.engine();
        var directory = server.read(engine.directory()::current);
        var requests = alerts.mapToObj(i -> new Inbound(
                        directory
                                .integrationNamed(Scale.integration(scale.personOf(i)))
                                .orElseThrow()
                                .id(),
                        List.of(scale.alert(i)),
                        "{}"))
                .toList();
        for (int from = 0; from < requests.size(); from += 100)
            engine.incidents().trigger().trigger(requests.subList(from, Math.min(requests.size(), from + 100)));
    }

    private static long latest(Map<Integer, Long> came) {
        return came.values().stream().mapToLong(Long::longValue).max().orElse(System.nanoTime());
    }
}
