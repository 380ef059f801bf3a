package dev.arke.boot;

import dev.arke.chat.ChannelLink;
import dev.arke.chat.SeenEventStore;
import dev.arke.database.Database;
import dev.arke.delivery.TeamsPersonStore;
import dev.arke.delivery.TeamsPlaceStore;
import dev.arke.dialogue.Dialogue;
import dev.arke.dialogue.Expected;
import dev.arke.engine.chat.SeenEvents;
import dev.arke.engine.delivery.KeepTeams;
import dev.arke.engine.health.Check;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import dev.arke.teams.TeamsSettings;
import dev.arke.teams.inbound.Speech;
import dev.arke.teams.inbound.TeamsBot;
import dev.arke.teams.inbound.TeamsRoutes;
import dev.arke.teams.web.AppTokens;
import dev.arke.teams.web.Connector;
import dev.arke.teams.web.TeamsCarrier;
import dev.arke.teams.web.Whereabouts;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Teams, put together. Nothing here calls it: the server starts, and pages by other means, while Teams is down. */
public final class Teams implements AutoCloseable {
    private final TeamsSettings settings;
    private final Database database;
    private final Supplier<Directory> directory;
    private final KeepTeams keep;
    private final Connector connector;
    private final TeamsCarrier carrier;
    private volatile @Nullable Dialogue dialogue;
    private @Nullable TeamsBot bot;

    Teams(TeamsSettings settings, Database database) {
        this(settings, AppTokens.of(settings), database);
    }

    /** With these tokens to speak to Teams with. */
    public Teams(TeamsSettings settings, AppTokens tokens, Database database) {
        var tx = database.transactions();
        var dsl = database.dsl();
        var reader = new ReadDirectory(EngineStores.on(database).directory());
        this.settings = settings;
        this.database = database;
        directory = () -> tx.read(reader::current);
        keep = new KeepTeams(tx, new TeamsPlaceStore(dsl), new TeamsPersonStore(dsl), database.clock());
        connector = new Connector(settings, tokens);
        carrier = new TeamsCarrier(connector.ofOutbox(), Whereabouts.of(keep, this::account), this::opensForm);
    }

    /** A line's button opens a form; before anybody listens there is none to open. */
    private boolean opensForm(String line) {
        var known = dialogue;
        return known != null && Speech.expect(known, line) == Expected.OPENS_FORM;
    }

    private Optional<String> account(UUID responderId) {
        var known = directory.get();
        return known.account(responderId, ContactKind.TEAMS, settings.tenantId())
                .or(() -> known.responder(responderId).methods().stream()
                        .filter(method -> method.kind() == ContactKind.TEAMS)
                        .map(ContactMethod::address)
                        .findFirst());
    }

    public TeamsCarrier carrier() {
        return carrier;
    }

    /** Channels of the team file or linked in chat that nothing can be posted in. */
    Check check() {
        return Check.wanted("teams channels", this::channelProblem);
    }

    Optional<String> channelProblem() {
        var known = directory.get();
        var channels = Stream.of(
                        known.teams().stream().flatMap(team -> team.channels().stream()),
                        known.channels().links().stream().map(ChannelLink::channel),
                        known.adminChannels().stream())
                .flatMap(Function.identity())
                .toList();
        var without = keep.without(channels);
        return without.isEmpty()
                ? Optional.empty()
                : Optional.of("Arke is not in "
                        + String.join(
                                ", ",
                                without.stream().map(ChannelAddress::address).toList())
                        + ": add the app to the team of that channel. Until then nothing is shown there.");
    }

    /** What people do there is heard from now on, by {@link #routes}. */
    public void listen(EngineParts engine, Dialogue dialogue) {
        this.dialogue = dialogue;
        bot = new TeamsBot(new TeamsBot.Needs(
                settings,
                connector,
                carrier,
                dialogue,
                keep,
                engine.deliveries().show(),
                engine.deliveries().contacts(),
                new SeenEvents(
                        database.transactions(),
                        new SeenEventStore(database.dsl()),
                        engine.needs().clock()),
                (tenant, account) -> directory.get().identity(ContactKind.TEAMS, tenant, account),
                engine.links().byEmail(),
                engine.rooms().hear()::hear,
                engine.needs().clock()));
    }

    /** Only where somebody listens. */
    public Optional<Consumer<JavalinDefaultRoutingApi>> routes() {
        return Optional.ofNullable(bot).map(listener -> new TeamsRoutes(settings, listener)::register);
    }

    @Override
    public void close() {
        if (bot != null) bot.close();
        connector.close();
    }
}
