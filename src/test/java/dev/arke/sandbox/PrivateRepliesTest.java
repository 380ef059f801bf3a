package dev.arke.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Card;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PrivateRepliesTest {
    private static final Room ROOM = Room.channel("payments");
    private static final Visitor ALICE = new Visitor("alice", "session");

    private final PrivateReplies replies = new PrivateReplies(0);

    @Test
    void onePersonInTwoBrowsersIsTwo() {
        tell(ALICE);

        assertThat(replies.in(ALICE, ROOM, 0)).hasSize(1);
        assertThat(replies.in(new Visitor("alice", "another"), ROOM, 0)).isEmpty();
        assertThat(replies.in(new Visitor("bob", "session"), ROOM, 0)).isEmpty();
        assertThat(replies.in(ALICE, Room.channel("platform"), 0)).isEmpty();
    }

    @Test
    void aReplyIsTakenOnce() {
        var id = tell(ALICE);

        assertThat(replies.take(ALICE, id)).isPresent();
        assertThat(replies.take(ALICE, id)).isEmpty();
    }

    @Test
    void theOldestRepliesAndTheSessionsUnseenForLongestAreForgotten() {
        IntStream.range(0, 70).forEach(i -> tell(ALICE));
        var idle = new Visitor("bob", "idle");
        tell(idle);
        IntStream.range(0, 99).forEach(i -> {
            replies.in(ALICE, ROOM, 0);
            tell(new Visitor("chen", "session " + i));
        });

        assertThat(replies.in(ALICE, ROOM, 0))
                .hasSize(50)
                .first()
                .satisfies(reply -> assertThat(reply.number()).isEqualTo(21));
        assertThat(replies.in(idle, ROOM, 0)).isEmpty();
    }

    private UUID tell(Visitor visitor) {
        var id = UUID.randomUUID();
        replies.add(
                visitor,
                new PrivateReply(
                        id,
                        ROOM,
                        Optional.empty(),
                        Optional.empty(),
                        Card.line("x"),
                        true,
                        Cards.TEN,
                        1,
                        replies.nextNumber()));
        return id;
    }
}
