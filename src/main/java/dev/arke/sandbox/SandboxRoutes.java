package dev.arke.sandbox;

import dev.arke.dialogue.Dialogue;
import dev.arke.engine.people.Directory;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** The built-in chat at /sandbox. */
public final class SandboxRoutes implements AutoCloseable {
    private final VisitRoutes visits;
    private final PageRoutes pages;
    private final SpeakRoutes speak;
    private final LiveRoutes live;

    /** {@code ids} makes ids for what people type; {@code directory} is asked for each page and each event. */
    public SandboxRoutes(
            SandboxSettings settings,
            Supplier<Directory> directory,
            Dialogue dialogue,
            SandboxMessages messages,
            Supplier<UUID> ids,
            InstantSource clock) {
        Supplier<Scene> scene = () -> Scene.of(directory.get(), messages.rooms().made());
        var privately = new PrivateReplies(clock.millis());
        this.visits = new VisitRoutes(new SandboxGuard(settings.publicUrl()), scene);
        this.pages = new PageRoutes(visits, scene, messages, privately, new PageRenderer(settings.demo()));
        this.speak =
                new SpeakRoutes(visits, new Exchange(dialogue, messages, privately, ids, clock), messages, privately);
        this.live = new LiveRoutes(visits, scene, messages, privately);
    }

    public void register(JavalinDefaultRoutingApi routes) {
        visits.register(routes);
        pages.register(routes);
        speak.register(routes);
        live.register(routes);
    }

    /** Ends the streams of open pages, so that the server can stop. */
    @Override
    public void close() {
        live.close();
    }
}
