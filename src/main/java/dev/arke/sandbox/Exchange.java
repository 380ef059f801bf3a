package dev.arke.sandbox;

import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.chat.ChatContext.Bot;
import dev.arke.dialogue.Asker;
import dev.arke.dialogue.Dialogue;
import dev.arke.dialogue.Place;
import dev.arke.dialogue.Submitted;
import dev.arke.engine.delivery.KeepSandboxMessages.Draft;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes what people type, click and fill in to the dialogue, and puts the answer where it belongs. */
final class Exchange {
    /** The one workspace this chat is. */
    static final String TENANT = "sandbox";

    private static final Bot ARKE = new Bot("arke", "Arke", Bot.DEFAULT_ROOT);

    private final Dialogue dialogue;
    private final SandboxMessages messages;
    private final PrivateReplies privately;
    private final Supplier<UUID> ids;
    private final InstantSource clock;

    Exchange(
            Dialogue dialogue,
            SandboxMessages messages,
            PrivateReplies privately,
            Supplier<UUID> ids,
            InstantSource clock) {
        this.dialogue = dialogue;
        this.messages = messages;
        this.privately = privately;
        this.ids = ids;
        this.clock = clock;
    }

    /** Somebody typed a line: the room sees it, then it is answered. An empty one asks for the overview. */
    Answered type(Speaker speaker, Spot spot, String line) {
        if (!line.isEmpty()) post(spot, Optional.of(speaker.person().address()), Card.line(line));
        return click(speaker, spot, line);
    }

    /** Somebody clicked a button that stands for a line. */
    Answered click(Speaker speaker, Spot spot, String line) {
        return place(speaker, spot, dialogue.answer(asker(speaker), place(spot), line));
    }

    /** Somebody filled in a form. */
    Answered submit(Speaker speaker, Spot spot, String verb, Map<String, String> values) {
        return switch (dialogue.submit(asker(speaker), place(spot), verb, values)) {
            case Submitted.Done done -> place(speaker, spot, done.reply());
            case Submitted.Invalid invalid -> new Answered.Mistaken(invalid.errors());
        };
    }

    /** Whole lines that could come of what somebody began to type, the best first. */
    List<String> complete(Speaker speaker, Spot spot, String begun) {
        return dialogue.complete(asker(speaker), place(spot), begun);
    }

    /** Shows everybody a private reply, once, and takes it away from the one who had it. */
    void share(Speaker speaker, UUID reply) {
        privately.takeShareable(speaker.visitor(), reply).ifPresent(taken -> {
            var spot = new Spot(taken.room(), taken.about(), taken.thread());
            var sharedBy =
                    Element.context(Span.text("Shared by " + speaker.person().fullName()));
            post(spot, Optional.empty(), taken.card().and(sharedBy));
        });
    }

    void dismiss(Speaker speaker, UUID reply) {
        privately.take(speaker.visitor(), reply);
        messages.signal().announce();
    }

    private Answered place(Speaker speaker, Spot spot, Reply reply) {
        return switch (reply) {
            case Reply.Private told -> {
                tell(speaker, spot, told);
                yield new Answered.Nothing();
            }
            case Reply.Public told -> {
                post(spot, Optional.empty(), told.card());
                yield new Answered.Nothing();
            }
            case Reply.Open open -> new Answered.Opened(open.form());
            case Reply.Silent ignored -> new Answered.Nothing();
        };
    }

    private void tell(Speaker speaker, Spot spot, Reply.Private told) {
        long after = messages.read().revision();
        var reply = new PrivateReply(
                ids.get(),
                spot.room(),
                spot.about(),
                spot.thread(),
                told.card(),
                told.shareable(),
                clock.instant(),
                after,
                privately.nextNumber());
        privately.add(speaker.visitor(), reply);
        messages.signal().announce();
    }

    private void post(Spot spot, Optional<String> author, Card card) {
        messages.keep().keep(List.of(new Draft(ids.get(), spot.room().key(), spot.thread(), author, card)));
    }

    private static Asker asker(Speaker speaker) {
        var person = speaker.person();
        return new Asker(
                ContactKind.SANDBOX, TENANT, person.address(), person.fullName(), speaker.zone(), Asker.Kind.MEMBER);
    }

    private static Place place(Spot spot) {
        var channel = spot.room().isDirect()
                ? Optional.<ChannelAddress>empty()
                : Optional.of(spot.room().channelAddress());
        return new Place(ARKE, channel, spot.about().map(UUID::toString), Map.of());
    }
}
