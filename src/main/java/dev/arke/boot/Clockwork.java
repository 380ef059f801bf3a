package dev.arke.boot;

import dev.arke.chat.SeenEventStore;
import dev.arke.database.Database;
import dev.arke.delivery.BacklogStore;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.LatenessStore;
import dev.arke.engine.chat.SeenEvents;
import dev.arke.engine.health.Measures;
import dev.arke.engine.health.Tick;
import dev.arke.engine.health.WatchLateness;
import dev.arke.engine.health.WatchStores;
import dev.arke.incident.OpenIncidentStore;
import dev.arke.quartz.PeriodicJobs.Every;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What is done again and again on every node. */
final class Clockwork {
    private final Tick sweep;
    private final List<Every> ticks = new ArrayList<>();
    private final Measures measures;
    private final InstantSource clock;

    Clockwork(EngineParts engine, Database database, Measures measures) {
        this.measures = measures;
        this.clock = engine.needs().clock();
        var dsl = database.dsl();
        sweep = new Tick("escalation", engine.incidents().escalate()::sweep, measures, clock);
        var lateness = new WatchLateness(
                database.transactions(),
                new WatchStores(
                        new BacklogStore(dsl),
                        new OpenIncidentStore(dsl),
                        new LatenessStore(dsl),
                        new DeliveryStore(dsl)),
                engine.directory(),
                engine.wakeSenders()::wake,
                measures,
                engine.needs().ids(),
                clock);
        ticks.add(new Every(Duration.ofSeconds(1), sweep));
        add("fall-through", Duration.ofSeconds(1), engine.deliveries().fallThrough()::fallThroughAllDue);
        add("questions", Duration.ofSeconds(5), engine.incidents().questions().remind()::remindAllDue);
        add("requests", Duration.ofMinutes(1), engine.calendar().answer()::expireAllDue);
        add("handoffs", Duration.ofSeconds(1), engine.calendar().handoffs()::tellAllDue);
        add("reminders", Duration.ofMinutes(1), engine.calendar().remind()::remindAllDue);
        add("coverage", Duration.ofMinutes(1), engine.calendar().watch()::watchAllDue);
        add("vacation calendars", Duration.ofSeconds(5), engine.calendar().follow()::readAllDue);
        add("rotations", Duration.ofMinutes(1), engine.calendar().fill()::fillAllDue);
        add("unreadable", Duration.ofMinutes(1), engine.incidents().pruneUnreadable()::prune);
        add("rooms", Duration.ofSeconds(1), engine.rooms().keep()::keepAllDue);
        add("incident rooms", Duration.ofSeconds(1), engine.rooms().work()::workOnAllDue);
        add("channel problems", Duration.ofMinutes(1), engine.rooms().tellProblems()::tellAllDue);
        add("floods", Duration.ofSeconds(10), engine.incidents().endFloods()::endAllOver);
        var seen = new SeenEvents(database.transactions(), new SeenEventStore(dsl), clock);
        add("seen events", Duration.ofHours(1), seen::prune);
        add("clock", Duration.ofSeconds(5), database::measureClock);
        add("lateness", Duration.ofSeconds(10), lateness::watchLateness);
        if (database.isSingleNode()) add("copy", Duration.ofHours(1), database::takeCopy);
    }

    /** One more duty; before the clockwork is started. */
    void add(String name, Duration every, Runnable work) {
        ticks.add(new Every(every, new Tick(name, work, measures, clock)));
    }

    /** The escalation sweep, which the watchdog runs too. */
    Tick sweep() {
        return sweep;
    }

    List<Every> all() {
        return ticks;
    }
}
