package dev.arke.engine.delivery;

import dev.arke.alert.PageTemplate;
import dev.arke.responder.ContactKind;
import dev.arke.responder.Sha256;
import java.util.UUID;

/** A template of a service that could not be filled in for a page; {@code cause} is the same for all failures of one cause. */
record TemplateFailure(UUID serviceId, ContactKind way, PageTemplate template, String problem, String cause) {
    /** What tells this cause in this text from all others. */
    String digest() {
        return Sha256.of(
                String.join("\n", serviceId.toString(), way.word(), cause, template.subject(), template.body()));
    }
}
