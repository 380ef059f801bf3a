package dev.arke.engine.incident;

import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.engine.Ids;
import dev.arke.engine.people.Directory;
import dev.arke.incident.IncidentEvent;
import dev.arke.incident.Question;
import dev.arke.incident.QuestionStore;
import dev.arke.incident.TimelineEntry;
import dev.arke.incident.TimelineStore;
import dev.arke.responder.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.stream.Collectors;

/** Says, once for each question, that nothing reaches the one who is asked. Called inside the unit that found it out. */
public final class QuestionUnreached {
    private static final Duration THREAD_DELAY = Duration.ofSeconds(2);
    private static final String ARKE = new Actor.Arke().word();

    private final QuestionStore questions;
    private final TimelineStore timeline;
    private final DeliveryStore deliveries;
    private final QuestionMessages messages;
    private final Ids ids;

    QuestionUnreached(IncidentStores stores, DeliveryStore deliveries, QuestionMessages messages, Ids ids) {
        this.questions = stores.questions();
        this.timeline = stores.timeline();
        this.deliveries = deliveries;
        this.messages = messages;
        this.ids = ids;
    }

    public void report(Collection<Question> unreached, Directory directory, Instant now) {
        var news = unreached.stream()
                .filter(question -> question.isOpen() && question.unreachedAt().isEmpty())
                .toList();
        if (news.isEmpty()) return;
        questions.unreached(news.stream().map(Question::id).toList(), now);
        var entries = new ArrayList<TimelineEntry>();
        var notices = new ArrayList<PlannedDelivery>();
        for (var question : news) {
            entries.add(new TimelineEntry(
                    ids.next(),
                    question.incidentId(),
                    now,
                    ARKE,
                    new IncidentEvent.QuestionUnreached(question.askedId())));
            messages.toAsker(question, directory, now).ifPresent(notices::add);
        }
        timeline.append(entries);
        deliveries.plan(notices);
        var incidents = news.stream().map(Question::incidentId).collect(Collectors.toSet());
        deliveries.touch(incidents, now);
        deliveries.touchThreads(incidents, now.plus(THREAD_DELAY));
    }
}
