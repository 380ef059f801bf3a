package dev.arke.testkit;

import dev.arke.card.PlainText;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.Message;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.RateScope;
import dev.arke.responder.ContactKind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Where the network begins: keeps what it is handed, and answers as it is told; delivered when it is told nothing. */
public final class FakeCarrier implements Carrier {
    /** A message as it arrived. */
    public record Arrived(Instant at, Message message, Outcome outcome) {
        public String text() {
            return PlainText.of(message.card());
        }

        public boolean isEdit() {
            return message.edits().isPresent();
        }
    }

    private final ContactKind kind;
    private final InstantSource clock;
    private final List<Arrived> arrived = new ArrayList<>();
    private final Map<String, Queue<Outcome>> scripts = new HashMap<>();
    private final Map<String, Runnable> meanwhile = new HashMap<>();
    private int messages;

    public FakeCarrier(ContactKind kind, InstantSource clock) {
        this.kind = kind;
        this.clock = clock;
    }

    /** The next answers for messages to this address, in their order. */
    public synchronized void answer(String address, Outcome... outcomes) {
        scripts.computeIfAbsent(address, any -> new ArrayDeque<>()).addAll(List.of(outcomes));
    }

    /** This happens while the next message to this address is on its way. */
    public synchronized void meanwhile(String address, Runnable happening) {
        meanwhile.put(address, happening);
    }

    /** From now on messages to this address are delivered again. */
    public synchronized void working(String address) {
        scripts.remove(address);
    }

    /** What arrived or was refused since the last call. */
    public synchronized List<Arrived> take() {
        var taken = List.copyOf(arrived);
        arrived.clear();
        return taken;
    }

    @Override
    public ContactKind kind() {
        return kind;
    }

    @Override
    public synchronized Outcome send(Message message) {
        var script = scripts.get(message.address());
        var told = script == null ? null : script.poll();
        var outcome = told == null
                ? new Outcome.Delivered(message.edits().orElseGet(() -> kind.word() + "-" + ++messages))
                : told;
        Optional.ofNullable(meanwhile.remove(message.address())).ifPresent(Runnable::run);
        arrived.add(new Arrived(clock.instant(), message, outcome));
        return outcome;
    }

    @Override
    public List<RateScope> rateScopes(Message message) {
        return List.of();
    }

    @Override
    public Optional<String> problem() {
        return Optional.empty();
    }
}
