package dev.arke.boot;

import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.engine.health.Check;
import dev.arke.engine.health.CheckHealth;
import dev.arke.engine.health.ClockCheck;
import dev.arke.engine.health.DatabaseCheck;
import dev.arke.mail.Mailbox;
import dev.arke.teamfile.LoadTeamFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;

/** What /ready asks, and what admins are told at start. */
final class Health {
    private static final Duration SWEEP_PATIENCE = Duration.ofSeconds(5);

    private final Database database;
    private final EngineParts engine;
    private final Clockwork clockwork;
    private final LoadTeamFile teamFile;
    private final Optional<Slack> slack;
    private final Optional<Teams> teams;
    private final Optional<Mailbox> mailbox;

    Health(
            Database database,
            EngineParts engine,
            Clockwork clockwork,
            LoadTeamFile teamFile,
            Optional<Slack> slack,
            Optional<Teams> teams,
            Optional<Mailbox> mailbox) {
        this.slack = slack;
        this.teams = teams;
        this.mailbox = mailbox;
        this.database = database;
        this.engine = engine;
        this.clockwork = clockwork;
        this.teamFile = teamFile;
    }

    CheckHealth check() {
        var stores = EngineStores.on(database);
        var version = stores.directory().version();
        var checks = new ArrayList<Check>();
        checks.add(Check.essential("database", new DatabaseCheck(database.transactions(), version)::problem));
        checks.add(Check.essential("escalation", () -> clockwork.sweep().problem(SWEEP_PATIENCE)));
        checks.add(Check.essential("sending", engine.deliveries().senders()::problem));
        engine.needs()
                .carriers()
                .forEach(carrier -> checks.add(Check.wanted(carrier.kind().word(), carrier::problem)));
        slack.ifPresent(chat -> checks.addAll(chat.checks()));
        teams.ifPresent(chat -> checks.add(chat.check()));
        mailbox.ifPresent(box -> checks.add(Check.wanted("mailbox", box::problem)));
        checks.add(Check.wanted("team file", teamFile::problem));
        checks.add(Check.wanted("clock", new ClockCheck(database.clock()::offset, database.clock()::ahead)::problem));
        // Essential: nobody may overlook that incidents are missing.
        checks.add(Check.essential("history", this::missingHours));
        checks.add(Check.wanted("rows", database.unreadableRows()::problem));
        if (database.isSingleNode()) checks.add(Check.wanted("disk", database::diskProblem));
        return new CheckHealth(checks);
    }

    private Optional<String> missingHours() {
        return database.restoredFrom()
                .map(copied -> "the database file was corrupt or gone at the last start, and its copy of " + copied
                        + " is in use: what came after is missing. A corrupt file stands beside it. Restart Arke once"
                        + " you have looked at it.");
    }

    /** Tells the admins' channels what this start found: hours that are missing, a team file that was not taken. */
    void tellAdmins() {
        missingHours().ifPresent(this::tellAdmins);
        teamFile.problem().ifPresent(problem -> tellAdmins("The team file was not taken: " + problem));
    }

    private void tellAdmins(String words) {
        database.transactions().write(Durability.SYNCED, () -> {
            var notices = engine.directory().current().adminChannels().stream()
                    .map(channel -> PlannedDelivery.notice(
                            engine.needs().ids().next(),
                            channel,
                            words,
                            database.clock().instant()))
                    .toList();
            new DeliveryStore(database.dsl()).plan(notices);
        });
    }
}
