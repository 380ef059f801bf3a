package dev.arke.engine.delivery;

import dev.arke.chat.ChannelStateStore;
import dev.arke.database.Transactions;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.OutboxStore;
import dev.arke.delivery.RateLimit;
import dev.arke.delivery.SentMessageStore;
import dev.arke.engine.Ids;
import dev.arke.engine.incident.IncidentStores;
import dev.arke.engine.incident.IncidentUseCases;
import dev.arke.engine.incident.StepUnreached;
import dev.arke.engine.people.ConnectSettings;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.engine.people.TellPeople;
import dev.arke.page.ReplyCodeStore;
import dev.arke.page.StormSettings;
import dev.arke.page.TemplateFailureStore;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactProofStore;
import dev.arke.responder.DirectoryVersionStore;
import dev.arke.responder.PendingLinkStore;
import dev.arke.responder.ResponderStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sending, put together. {@code senders} are the threads that do it; {@code sendDue} does it by hand, for tests;
 * {@code fallThrough}, {@code views}, {@code ofIncident}, {@code sayAgain}, {@code show}, {@code contacts} and {@code later} are of use to others too. {@code releaseLeases} is for the
 * start on H2.
 */
public record DeliveryUseCases(
        SendDueDeliveries sendDue,
        FallThrough fallThrough,
        ReleaseLeases releaseLeases,
        ReadIncidentViews views,
        ReadDeliveries ofIncident,
        SayAgain sayAgain,
        ShowMessage show,
        MarkContacts contacts,
        HearOutcomes later,
        Senders senders) {

    /** What it needs from outside. */
    public record Needs(
            Transactions transactions,
            IncidentStores incidents,
            DeliveryStore deliveries,
            OutboxStore outbox,
            SentMessageStore sent,
            ResponderStore responders,
            DirectoryVersionStore directoryVersion,
            ChannelStateStore channels,
            ReadDirectory directory,
            StepUnreached stepUnreached,
            IncidentUseCases.Questions questions,
            PendingLinkStore pendingLinks,
            ReplyCodeStore replyCodes,
            ContactProofStore contactProofs,
            TemplateFailureStore templateFailures,
            ConnectSettings connect,
            Collection<Carrier> carriers,
            StormSettings storms,
            DeliverySettings settings,
            DeliveryListener listener,
            WakeSenders wakeSenders,
            Ids ids,
            InstantSource clock) {
        private Set<ContactKind> kinds() {
            return carriers.stream().map(Carrier::kind).collect(Collectors.toSet());
        }
    }

    public static DeliveryUseCases of(Needs needs) {
        var tx = needs.transactions();
        var clock = needs.clock();
        var deliveries = needs.deliveries();
        var timeline = needs.incidents().timeline();
        var views = new ReadIncidentViews(needs.incidents(), deliveries);
        var present = new ReadPresent(views, needs.incidents(), deliveries, needs.directory());
        var links = new MintLinks(tx, needs.pendingLinks(), needs.directory(), needs.connect(), clock);
        var codes = new GiveReplyCodes(tx, needs.replyCodes(), clock);
        var proofs = new MintCodes(tx, needs.contactProofs(), clock);
        var warn = new WarnOfTemplates(
                tx,
                needs.templateFailures(),
                needs.directory(),
                new TellPeople(deliveries, needs.kinds(), needs.ids()),
                needs.wakeSenders()::wake,
                clock);
        var words = new WordPages(warn, clock);
        Function<Duration, ClaimDue> claims = after -> new ClaimDue(
                tx,
                needs.outbox(),
                present,
                links,
                codes,
                proofs,
                words,
                needs.settings(),
                needs.storms(),
                clock,
                after);
        var claim = claims.apply(Duration.ZERO);
        var late = claims.apply(MissingCarrier.LATE);
        var send = new SendMessage(new RateLimit(), needs.listener(), clock);
        var say = new SayDeliveries(timeline, deliveries, needs.ids());
        var questions = new FollowQuestions(
                needs.incidents().questions(),
                deliveries,
                needs.outbox(),
                needs.directory(),
                needs.questions().messages(),
                needs.questions().unreached());
        var fallThrough = fallThrough(needs, questions, say);
        var deadMethods = new DeadMethods(
                new DeadMethods.Stores(needs.responders(), needs.directoryVersion(), deliveries),
                needs.directory(),
                needs.kinds(),
                needs.ids(),
                clock);
        var record = new RecordOutcomes(
                tx,
                new RecordOutcomes.Stores(needs.incidents().incidents(), needs.outbox(), needs.channels()),
                say,
                fallThrough,
                deadMethods,
                questions,
                needs.wakeSenders()::wake,
                clock);
        var sendDue =
                new SendDueDeliveries(needs.carriers(), claim, late, send, record, fallThrough, warn, needs.settings());
        var alone = new RecordAlone(tx, needs.outbox(), clock);
        var senders = new Senders(
                sendDue, claim, send, record, alone, fallThrough, needs.wakeSenders(), needs.settings(), clock);
        return new DeliveryUseCases(
                sendDue,
                fallThrough,
                new ReleaseLeases(tx, needs.outbox(), clock),
                views,
                new ReadDeliveries(tx, deliveries),
                new SayAgain(words),
                new ShowMessage(tx, needs.sent(), needs.deliveries(), present, words, clock),
                new MarkContacts(tx, needs.directory(), deadMethods, clock),
                new HearOutcomes(record, needs.listener()),
                senders);
    }

    private static FallThrough fallThrough(Needs needs, FollowQuestions questions, SayDeliveries say) {
        return new FallThrough(
                needs.transactions(),
                new FallThrough.Stores(
                        needs.incidents().incidents(), needs.deliveries(), needs.outbox(), needs.directory()),
                needs.stepUnreached(),
                questions,
                say,
                new RepeatPages(
                        needs.incidents().incidents(),
                        needs.deliveries(),
                        needs.directory(),
                        needs.kinds(),
                        needs.ids()),
                needs.kinds(),
                needs.ids(),
                needs.clock());
    }
}
