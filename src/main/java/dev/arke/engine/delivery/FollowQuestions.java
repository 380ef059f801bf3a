package dev.arke.engine.delivery;

import dev.arke.delivery.Delivery;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.OutboxStore;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.engine.incident.QuestionMessages;
import dev.arke.engine.incident.QuestionUnreached;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.incident.Question;
import dev.arke.incident.QuestionStore;
import dev.arke.page.NextMethod;
import dev.arke.page.TurnReach;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What follows when the message of a question arrives or does not: the person's next contact method is tried, and when
 * none is left, the one who asked hears it. Inside a unit that has locked the incidents.
 */
final class FollowQuestions {
    private final QuestionStore questions;
    private final DeliveryStore deliveries;
    private final OutboxStore outbox;
    private final ReadDirectory directory;
    private final QuestionMessages messages;
    private final QuestionUnreached unreached;

    FollowQuestions(
            QuestionStore questions,
            DeliveryStore deliveries,
            OutboxStore outbox,
            ReadDirectory directory,
            QuestionMessages messages,
            QuestionUnreached unreached) {
        this.questions = questions;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.directory = directory;
        this.messages = messages;
        this.unreached = unreached;
    }

    void arrived(List<Delivery> asking, Instant now) {
        if (questions.reached(idsOf(asking)) == 0) return;
        deliveries.touch(
                asking.stream().flatMap(row -> row.incidentId().stream()).collect(Collectors.toSet()), now);
    }

    /** For messages that failed for good or are late. */
    void fall(List<Delivery> fallen, Instant now) {
        if (fallen.isEmpty()) return;
        outbox.clearFallThrough(fallen.stream().map(Delivery::id).toList());
        var open = questions.read(idsOf(fallen)).stream()
                .filter(Question::isOpen)
                .collect(Collectors.toMap(Question::id, Function.identity()));
        var sent = deliveries.questions().about(open.keySet());
        var planned = new ArrayList<PlannedDelivery>();
        var silent = new ArrayList<Question>();
        for (var row : lastOfEachTurn(fallen)) {
            var question = row.aboutId().map(open::get);
            if (question.isEmpty()) continue;
            var turn = sent.stream().filter(other -> isSameTurn(row, other)).toList();
            var next = next(question.get(), turn, now);
            next.ifPresent(planned::add);
            if (next.isEmpty() && isUnreached(turn)) silent.add(question.get());
        }
        deliveries.plan(planned);
        unreached.report(silent, directory.current(), now);
    }

    private Optional<PlannedDelivery> next(Question question, List<Delivery> turn, Instant now) {
        var usable = messages.usable(directory.current().responder(question.askedId()));
        return NextMethod.of(turn, usable, now)
                .filter(NextMethod.Unused.class::isInstance)
                .map(NextMethod.Unused.class::cast)
                .map(unused -> messages.asking(question, unused.turn(), unused.method(), now));
    }

    private static boolean isUnreached(List<Delivery> turn) {
        return switch (TurnReach.of(turn)) {
            case REACHED, OPEN -> false;
            case UNREACHED, UNREACHED_YET -> true;
        };
    }

    private static Collection<Delivery> lastOfEachTurn(List<Delivery> rows) {
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> List.of(row.aboutId(), row.turn()), Function.identity(), (one, other) -> other))
                .values();
    }

    private static boolean isSameTurn(Delivery one, Delivery other) {
        return other.kind() == Delivery.Kind.QUESTION
                && other.turn() == one.turn()
                && other.aboutId().equals(one.aboutId());
    }

    private static Set<UUID> idsOf(List<Delivery> rows) {
        return rows.stream().flatMap(row -> row.aboutId().stream()).collect(Collectors.toSet());
    }
}
