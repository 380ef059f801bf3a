package dev.arke.http.rest;

import dev.arke.alert.PageTemplate;
import dev.arke.card.PlainText;
import dev.arke.engine.delivery.PreviewPage.Preview;
import dev.arke.engine.delivery.TryTemplates;
import dev.arke.engine.delivery.TryTemplates.Outcome;
import dev.arke.responder.Act;
import dev.arke.responder.ContactKind;
import java.util.List;
import java.util.Optional;

/** What pages of a service say: by its own template, and by one that is only tried. */
final class ServiceOperations {
    private static final Parameter SERVICE = Parameter.path("service", String.class, "A service's name.");
    private static final Parameter BY =
            Parameter.query("by", String.class, "The contact method: slack, teams, email, sms, call or webhook.");

    private final TryTemplates templates;

    ServiceOperations(TryTemplates templates) {
        this.templates = templates;
    }

    List<Operation> all() {
        return List.of(
                Operation.get(
                        "/services/{service}/preview",
                        "previewPage",
                        "What a page of a service says by a contact method, made of its last incident. Nothing is"
                                + " sent.",
                        Answers.PagePreview.class,
                        this::preview,
                        SERVICE,
                        BY),
                Operation.post(
                        "/services/{service}/preview",
                        "tryTemplate",
                        "The same in the words of this template, which is not kept. Nothing is sent.",
                        Bodies.TemplateTried.class,
                        Answers.PagePreview.class,
                        this::attempt,
                        SERVICE,
                        BY));
    }

    private Object preview(Call call) {
        var service = call.service(call.path("service"));
        var way = way(call);
        return answer(way, service.name(), templates.preview(service.id(), way, reader(call)));
    }

    private Object attempt(Call call) {
        var service = call.service(call.path("service"));
        call.allow(service.teamId(), Act.CHANGE_TEAM);
        var way = way(call);
        var body = call.body(Bodies.TemplateTried.class);
        if (body.body().isBlank()) throw RestRefusal.unreadable("body is blank.", "Send a template.");
        var template = new PageTemplate(body.subject().orElse(""), body.body());
        return answer(way, service.name(), templates.attempt(service.id(), way, reader(call), template));
    }

    private static String reader(Call call) {
        return call.key().name();
    }

    private static ContactKind way(Call call) {
        return call.query("by")
                .flatMap(ContactKind::parse)
                .orElseThrow(() -> RestRefusal.unreadable(
                        "by is not a contact method.", "Ask by slack, teams, email, sms, call or webhook."));
    }

    private static Answers.PagePreview answer(ContactKind way, String service, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Shown(var preview) -> answer(way, preview);
            case Outcome.NoIncident ignored ->
                throw RestRefusal.conflict(
                        service + " has had no incident yet, so there is nothing to make a page of.",
                        "Send it a test alert first.");
            case Outcome.Unusable(var problem) ->
                throw RestRefusal.unreadable(problem + ".", "src/docs/templates.md of Arke says what there is.");
            case Outcome.TooOften ignored -> throw RestRefusal.often("Too many previews were asked for.");
        };
    }

    private static Answers.PagePreview answer(ContactKind way, Preview preview) {
        var card = preview.card();
        boolean hasSubject = way != ContactKind.SMS && way != ContactKind.CALL;
        return new Answers.PagePreview(
                preview.number(),
                way.word(),
                preview.isOwn() && preview.problem().isEmpty(),
                preview.problem(),
                hasSubject ? Optional.of(card.summary()) : Optional.empty(),
                PlainText.of(card.withoutButtons()));
    }
}
