package dev.arke.sandbox;

import dev.arke.card.Card;
import dev.arke.card.PlainText;
import dev.arke.chat.SandboxMessage;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.RateScope;
import dev.arke.engine.delivery.KeepSandboxMessages;
import dev.arke.engine.delivery.ReadSandboxMessages;
import dev.arke.engine.people.Directory;
import dev.arke.responder.ContactKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries messages into the built-in chat. A message's reference is its id, which is that of its delivery. */
public final class SandboxCarrier implements Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(SandboxCarrier.class);

    private final KeepSandboxMessages keep;
    private final ReadSandboxMessages read;
    private final Supplier<Scene> scene;

    public SandboxCarrier(SandboxMessages messages, Supplier<Directory> directory) {
        this.keep = messages.keep();
        this.read = messages.read();
        this.scene = () -> Scene.of(directory.get(), messages.rooms().made());
    }

    @Override
    public ContactKind kind() {
        return ContactKind.SANDBOX;
    }

    @Override
    public Outcome send(Message message) {
        try {
            var before = message.edits().or(message::thread).flatMap(this::find);
            var id = message.edits().flatMap(SandboxCarrier::id).orElse(message.deliveryId());
            var room = before.map(SandboxMessage::room)
                    .orElseGet(() -> room(message).key());
            var thread = message.thread().flatMap(ignored -> before).map(SandboxMessage::root);
            keep.keep(List.of(new KeepSandboxMessages.Draft(id, room, thread, Optional.empty(), card(message))));
            return new Outcome.Delivered(id.toString());
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .setCause(e)
                    .addKeyValue("delivery", message.deliveryId())
                    .log("a message of the sandbox was not kept");
            return new Outcome.Again(
                    Duration.ZERO, FailureReason.SERVER, "The sandbox could not keep the message: see the log.");
        }
    }

    private Optional<SandboxMessage> find(String messageRef) {
        return id(messageRef).flatMap(read::conversation).map(ReadSandboxMessages.Conversation::root);
    }

    private static Optional<UUID> id(String messageRef) {
        try {
            return Optional.of(UUID.fromString(messageRef));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Room room(Message message) {
        var address = message.address();
        if (address.startsWith("#") || address.startsWith("@")) return new Room(address);
        return switch (message.purpose()) {
            case PAGE -> Room.direct(address);
            case CHANNEL_PAGE, CARD, THREAD -> Room.channel(address);
            case NOTICE -> scene.get().has(Room.channel(address)) ? Room.channel(address) : Room.direct(address);
        };
    }

    private static Card card(Message message) {
        return message.plain() ? Card.line(PlainText.of(message.card())) : message.card();
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
