package dev.arke.engine.incident;

import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.incident.Question;
import dev.arke.incident.Reminders;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reminds whoever was asked and has not answered. What became due while Arke was down is one reminder, not many. */
public final class RemindOfQuestions {
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final IncidentStores stores;
    private final DeliveryStore deliveries;
    private final ReadDirectory directory;
    private final QuestionMessages messages;
    private final QuestionUnreached unreached;
    private final Runnable wakeSender;
    private final InstantSource clock;

    RemindOfQuestions(IncidentUseCases.Needs needs, QuestionMessages messages, QuestionUnreached unreached) {
        transactions = needs.transactions();
        stores = needs.stores();
        deliveries = needs.deliveries();
        directory = needs.directory();
        this.messages = messages;
        this.unreached = unreached;
        wakeSender = needs.wakeSender();
        clock = needs.clock();
    }

    /** Answers how many questions were due. */
    public int remindAllDue() {
        int total = 0;
        int found;
        do {
            found = transactions.write(Durability.RELAXED, this::remindBatch);
            total += found;
        } while (found == BATCH);
        return total;
    }

    private int remindBatch() {
        var now = clock.instant();
        var seen = stores.questions().due(now, BATCH);
        if (seen.isEmpty()) return 0;
        stores.incidents().lock(seen.stream().map(Question::incidentId).collect(Collectors.toSet()));
        // Read again under the lock: another node may have reminded, or an answer may have come.
        var due = stores.questions().read(seen.stream().map(Question::id).toList()).stream()
                .filter(question ->
                        question.dueAt().filter(at -> !at.isAfter(now)).isPresent())
                .toList();
        remind(due, now);
        return seen.size();
    }

    private void remind(List<Question> due, Instant now) {
        var directory = this.directory.current();
        var turns = new HashMap<UUID, Integer>();
        var reminded = new ArrayList<Question>();
        var planned = new ArrayList<PlannedDelivery>();
        var silent = new ArrayList<Question>();
        for (var question : due) {
            int turn = turns.computeIfAbsent(question.incidentId(), deliveries.questions()::lastTurn) + 1;
            turns.put(question.incidentId(), turn);
            var next = question.reminded(turn, now.plus(Reminders.DEFAULT.pauseAfter(question.reminders() + 1)));
            reminded.add(next);
            messages.toAsked(next, directory, now).ifPresentOrElse(planned::add, () -> silent.add(next));
        }
        stores.questions().update(reminded);
        deliveries.plan(planned);
        unreached.report(silent, directory, now);
        if (!due.isEmpty()) transactions.afterCommit(wakeSender);
    }
}
