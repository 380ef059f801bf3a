package dev.arke.slack.web;

import dev.arke.delivery.Carrier;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.TimeLimit;
import dev.arke.testkit.CarrierContract;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.slack.Call;
import dev.arke.testkit.slack.FakeSlack;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

final class SlackCarrierContractTest extends CarrierContract {
    private static final String POSTED = "1768208401.000001";

    private final List<FakeSlack> slacks = new ArrayList<>();
    private final List<SlackClient> clients = new ArrayList<>();

    @AfterEach
    void close() {
        clients.forEach(SlackClient::close);
        slacks.forEach(FakeSlack::close);
    }

    @Override
    protected Carrier carrier(int port, Duration read, Duration whole) {
        var settings = FakeSlack.settings(URI.create("http://127.0.0.1:" + port + "/api/"));
        var clock = new MovableInstants();
        var client = new SlackClient(settings, new SlackTimes(read, new TimeLimit(whole)), clock);
        clients.add(client);
        return new SlackCarrier(
                client, new OwnApp(client, FakeSlack.TOKEN, clock), (id, team) -> Optional.empty(), clock);
    }

    @Override
    protected int startFarEnd() {
        var slack = FakeSlack.start();
        slack.people().add("U0DANA", "dana");
        slack.rooms().direct("U0DANA");
        slacks.add(slack);
        return slack.port();
    }

    /** An error word of Slack's, an HTTP status, or what becomes of the connection. */
    @Override
    protected int startFarEnd(String answer) {
        int port = startFarEnd();
        var words = answer.split(" ", 2);
        slacks.getLast()
                .next(
                        "chat.postMessage",
                        switch (words[0]) {
                            case "429" ->
                                dev.arke.testkit.slack.Answer.limited(Duration.ofSeconds(Long.parseLong(words[1])));
                            case "500", "502", "503" ->
                                dev.arke.testkit.slack.Answer.status(Integer.parseInt(words[0]));
                            case "lost" -> new dev.arke.testkit.slack.Answer.Lost();
                            case "proxy" -> new dev.arke.testkit.slack.Answer.NotSlack();
                            default -> dev.arke.testkit.slack.Answer.error(words[0]);
                        });
        return port;
    }

    @Override
    protected String address(int port) {
        return "U0DANA";
    }

    @Override
    protected String messageRef(int port) {
        return "D0DANA:" + POSTED;
    }

    /** What was posted and what was changed, each as one. */
    @Override
    protected List<Arrived> arrived() {
        return slacks.stream()
                .flatMap(slack -> slack.calls().stream())
                .filter(call -> call.method().equals("chat.postMessage")
                        || call.method().equals("chat.update"))
                .map(SlackCarrierContractTest::arrived)
                .toList();
    }

    private static Arrived arrived(Call call) {
        var markup = call.find("text").orElse("") + call.find("blocks").orElse("");
        var words = markup.replace("\\u003c", "<")
                .replace("\\u003e", ">")
                .replace("\\u003d", "=")
                .replace("\\u0026", "&")
                .replace("\\\"", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
        return new Arrived(call.find("ts").orElse(POSTED), words, Optional.of(markup));
    }

    @Override
    protected List<String> secrets(int port) {
        return List.of(FakeSlack.TOKEN, FakeSlack.SIGNING_SECRET);
    }

    @Override
    protected Stream<Answer> answers() {
        return Stream.of(
                answer("429 30", Outcome.Again.class),
                answer("ratelimited", Outcome.Again.class),
                answer("500", Outcome.Again.class),
                answer("503", Outcome.Again.class),
                answer("lost", Outcome.Again.class),
                answer("proxy", Outcome.Again.class),
                answer("internal_error", Outcome.Again.class),
                answer("fatal_error", Outcome.Again.class),
                answer("service_unavailable", Outcome.Again.class),
                answer("request_timeout", Outcome.Again.class),
                answer("invalid_auth", Outcome.CarrierBroken.class),
                answer("token_revoked", Outcome.CarrierBroken.class),
                answer("token_expired", Outcome.CarrierBroken.class),
                answer("account_inactive", Outcome.CarrierBroken.class),
                answer("missing_scope", Outcome.CarrierBroken.class),
                answer("messages_tab_disabled", Outcome.CarrierBroken.class),
                answer("user_not_found", Outcome.RecipientGone.class),
                answer("user_disabled", Outcome.RecipientGone.class),
                answer("cannot_dm_bot", Outcome.RecipientGone.class),
                answer("channel_not_found", Outcome.RecipientGone.class),
                answer("is_archived", Outcome.RecipientGone.class),
                answer("not_in_channel", Outcome.RecipientGone.class),
                answer("restricted_action", Outcome.RecipientGone.class),
                answer("invalid_blocks", Outcome.PayloadRefused.class),
                answer("invalid_blocks_format", Outcome.PayloadRefused.class),
                answer("msg_too_long", Outcome.PayloadRefused.class),
                answer("a_new_word", Outcome.PayloadRefused.class),
                new CarrierContract.Answer("a_new_word", true, Outcome.Again.class));
    }

    private static CarrierContract.Answer answer(String wire, Class<? extends Outcome> means) {
        return CarrierContract.Answer.of(wire, means);
    }
}
