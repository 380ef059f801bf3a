package dev.arke.boot;

import dev.arke.delivery.SentMessageStore;
import dev.arke.dialogue.AnswerInPlace;
import dev.arke.dialogue.Dialogue;
import dev.arke.dialogue.DialogueNeeds;
import dev.arke.dialogue.VerbDialogue;
import dev.arke.engine.delivery.ReadIncident;
import dev.arke.engine.delivery.SendTestPage;
import dev.arke.engine.incident.FindConcerns;
import dev.arke.engine.incident.FindIncidents;
import dev.arke.engine.incident.LookAround;
import dev.arke.engine.people.ChangeRules;
import dev.arke.engine.people.ChangeWishes;
import dev.arke.engine.people.KeepContacts;
import dev.arke.engine.people.OwnChange;
import dev.arke.incident.IncidentQueryStore;
import dev.arke.page.RuleStore;
import dev.arke.responder.ContactProofStore;
import dev.arke.responder.DirectoryVersionStore;
import dev.arke.responder.ResponderStore;

/** The dialogue that every chat shares, on an engine. */
public final class Conversation {
    private Conversation() {}

    public static Dialogue with(EngineParts engine) {
        return with(engine, AnswerInPlace.NOWHERE);
    }

    public static Dialogue with(EngineParts engine, AnswerInPlace inPlace) {
        var needs = engine.needs();
        var dsl = needs.database().dsl();
        var tx = needs.database().transactions();
        var stores = EngineStores.on(needs.database());
        var queries = new IncidentQueryStore(dsl);
        var sent = new SentMessageStore(dsl);
        var directory = engine.directory();
        var own = new OwnChange(
                tx, new DirectoryVersionStore(dsl), stores.audit(), directory, needs.ids(), needs.clock());
        return new VerbDialogue(new DialogueNeeds(
                new LookAround(tx, directory, stores.incidents(), queries, sent),
                engine.incidents(),
                new FindIncidents(tx, queries),
                new FindConcerns(tx, directory, queries, sent),
                new ReadIncident(
                        tx,
                        directory,
                        stores.incidents(),
                        stores.deliveries(),
                        engine.deliveries().views()),
                engine.calendar(),
                engine.feeds(),
                engine.files(),
                engine.keys().keep(),
                new SendTestPage(
                        tx,
                        stores.deliveries(),
                        stores.audit(),
                        directory,
                        needs.kinds(),
                        engine.wakeSenders()::wake,
                        needs.ids(),
                        needs.clock()),
                Previews.of(engine),
                new ChangeRules(own, new RuleStore(dsl)),
                new ChangeWishes(own, new RuleStore(dsl)),
                new KeepContacts(
                        tx,
                        own,
                        new KeepContacts.Stores(
                                new ResponderStore(dsl), new ContactProofStore(dsl), stores.deliveries()),
                        needs.kinds(),
                        engine.wakeSenders()::wake,
                        needs.ids(),
                        needs.clock()),
                engine.rooms(),
                engine.links(),
                inPlace,
                needs.kinds(),
                needs.clock()));
    }
}
