package dev.arke.engine.delivery;

import dev.arke.card.Phrases;
import dev.arke.chat.ContactWords;
import dev.arke.chat.Names;
import dev.arke.chat.NoticePhrases;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.engine.people.TellPeople;
import dev.arke.page.TemplateFailureStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a team's rooms and admins that one of their templates failed: once for each cause, whatever the pages. Pages take note
 * here in passing; telling is done by others, when nothing waits for it.
 */
final class WarnOfTemplates implements Consumer<TemplateFailure> {
    private static final Logger LOG = LoggerFactory.getLogger(WarnOfTemplates.class);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int MOST_KNOWN = 10_000;

    private final Transactions transactions;
    private final TemplateFailureStore store;
    private final ReadDirectory directory;
    private final TellPeople tell;
    private final Runnable wakeSenders;
    private final InstantSource clock;
    private final Queue<TemplateFailure> waiting = new ConcurrentLinkedQueue<>();
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    WarnOfTemplates(
            Transactions transactions,
            TemplateFailureStore store,
            ReadDirectory directory,
            TellPeople tell,
            Runnable wakeSenders,
            InstantSource clock) {
        this.transactions = transactions;
        this.store = store;
        this.directory = directory;
        this.tell = tell;
        this.wakeSenders = wakeSenders;
        this.clock = clock;
    }

    @Override
    public void accept(TemplateFailure failure) {
        if (known.size() < MOST_KNOWN && known.add(failure.digest())) waiting.add(failure);
    }

    /** Whether somebody was told something. */
    boolean tellAll() {
        boolean told = false;
        for (var failure = waiting.poll(); failure != null; failure = waiting.poll()) told |= tell(failure);
        return told;
    }

    private boolean tell(TemplateFailure failure) {
        try {
            return transactions.writeOverRivals(Durability.RELAXED, () -> tellUnit(failure));
        } catch (RuntimeException e) {
            // The next page that it fails for brings it up again.
            known.remove(failure.digest());
            LOG.atWarn().setCause(e).log("nobody could be told of a template that failed");
            return false;
        }
    }

    private boolean tellUnit(TemplateFailure failure) {
        var now = clock.instant();
        if (store.isTold(failure.digest())) return false;
        store.told(failure.digest(), now);
        store.prune(now.minus(KEPT));
        var present = directory.current();
        var service = present.service(failure.serviceId());
        var team = present.team(service.teamId());
        var line = "simulate " + Names.quoted(service.name()) + " by "
                + failure.way().word();
        Function<Phrases, String> words = say ->
                say.say("template", service.name(), ContactWords.way(failure.way(), say), failure.problem(), line);
        LOG.atWarn()
                .addKeyValue("service", service.name())
                .addKeyValue("way", failure.way().word())
                .addKeyValue("problem", failure.problem())
                .log("a template failed");
        tell.tellChannels(team, words.apply(NoticePhrases.of(team)), now);
        tell.tellAdmins(List.of(team), words, present, now);
        transactions.afterCommit(wakeSenders);
        return true;
    }
}
