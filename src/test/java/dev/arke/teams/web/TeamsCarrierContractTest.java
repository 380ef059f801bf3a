package dev.arke.teams.web;

import dev.arke.delivery.Carrier;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.TeamsPerson;
import dev.arke.delivery.TimeLimit;
import dev.arke.testkit.CarrierContract;
import dev.arke.testkit.teams.FakeTeams;
import dev.arke.testkit.teams.FixedToken;
import dev.arke.testkit.teams.Planned;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

final class TeamsCarrierContractTest extends CarrierContract {
    private final List<FakeTeams> far = new ArrayList<>();
    private final List<Connector> connectors = new ArrayList<>();

    @AfterEach
    void close() {
        connectors.forEach(Connector::close);
        far.forEach(FakeTeams::close);
    }

    @Override
    protected Carrier carrier(int port, Duration read, Duration whole) {
        var connector = new Connector(
                FakeTeams.settings(),
                AppTokens.of(new FixedToken()),
                new TeamsTimes(read, new TimeLimit(whole)),
                new CallPace(System::nanoTime));
        connectors.add(connector);
        var dana = new TeamsPerson(
                "29:dana",
                FakeTeams.TENANT,
                FakeTeams.objectId("dana"),
                Optional.of("dana@example.com"),
                Optional.empty(),
                "dana",
                false,
                "http://127.0.0.1:" + port + "/emea/",
                Optional.of("a:dana"),
                false);
        return carriers.computeIfAbsent(
                port + " " + read + whole,
                any -> new TeamsCarrier(
                        connector,
                        new Whereabouts(
                                place -> Optional.empty(),
                                Optional::empty,
                                address -> Optional.of(dana).filter(one -> address.startsWith("dana@")),
                                id -> Optional.empty(),
                                opened -> {}),
                        line -> false));
    }

    private final Map<String, TeamsCarrier> carriers = new HashMap<>();

    @Override
    protected int startFarEnd() {
        var teams = FakeTeams.start();
        teams.member("dana");
        teams.open("29:dana");
        far.add(teams);
        return teams.port();
    }

    /** An HTTP status with the connector's word, or what becomes of the connection. */
    @Override
    protected int startFarEnd(String answer) {
        int port = startFarEnd();
        var words = answer.split(" ", 2);
        far.getLast()
                .next(
                        switch (words[0]) {
                            case "lost" -> new Planned.Lost();
                            case "proxy" -> new Planned.NotTeams();
                            case "429" -> Planned.limited(Integer.parseInt(words[1]));
                            default ->
                                words.length == 1
                                        ? Planned.status(Integer.parseInt(words[0]))
                                        : Planned.refuse(Integer.parseInt(words[0]), words[1]);
                        });
        return port;
    }

    @Override
    protected String address(int port) {
        return "dana@example.com";
    }

    @Override
    protected String messageRef(int port) {
        return "a:dana#1700000000001";
    }

    /** What was posted and what was changed, each as one. */
    @Override
    protected List<Arrived> arrived() {
        return far.stream()
                .flatMap(teams -> teams.calls().stream().map(call -> arrived(teams, call)))
                .toList();
    }

    private static Arrived arrived(FakeTeams teams, String call) {
        var last = teams.all().isEmpty()
                ? Optional.<FakeTeams.Posted>empty()
                : Optional.of(teams.all().getLast());
        return new Arrived(
                last.map(FakeTeams.Posted::id).orElse(call),
                last.map(FakeTeams.Posted::words).orElse(""),
                Optional.empty());
    }

    @Override
    protected List<String> secrets(int port) {
        return List.of(FakeTeams.TOKEN, FakeTeams.SECRET, "secret words");
    }

    @Override
    protected Stream<CarrierContract.Answer> answers() {
        return Stream.of(
                answer("429 30", Outcome.Again.class),
                answer("412 PreconditionFailed", Outcome.Again.class),
                answer("500", Outcome.Again.class),
                answer("502", Outcome.Again.class),
                answer("503", Outcome.Again.class),
                answer("504 GatewayTimeout", Outcome.Again.class),
                answer("408", Outcome.Again.class),
                answer("lost", Outcome.Again.class),
                answer("proxy", Outcome.Again.class),
                answer("401 Unauthorized", Outcome.CarrierBroken.class),
                answer("401", Outcome.CarrierBroken.class),
                answer("403 DisabledByAdmin", Outcome.CarrierBroken.class),
                answer("403 InvalidBotApiHost", Outcome.CarrierBroken.class),
                answer("403 MessageWritesBlocked", Outcome.RecipientGone.class),
                answer("403 BotNotInConversationRoster", Outcome.RecipientGone.class),
                answer("403", Outcome.RecipientGone.class),
                answer("404 ConversationNotFound", Outcome.RecipientGone.class),
                answer("400 BadSyntax", Outcome.PayloadRefused.class),
                answer("413 MessageSizeTooBig", Outcome.PayloadRefused.class),
                answer("418 ANewWord", Outcome.PayloadRefused.class),
                new CarrierContract.Answer("400 BadSyntax", true, Outcome.Again.class));
    }

    private static CarrierContract.Answer answer(String wire, Class<? extends Outcome> means) {
        return CarrierContract.Answer.of(wire, means);
    }
}
