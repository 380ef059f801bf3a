package dev.arke.calendar;

import static dev.arke.database.generated.Tables.REMINDER;
import static dev.arke.database.generated.Tables.TOLD_THROUGH;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Up to when people have been told what comes, and how long before they want to be. */
public final class ReminderStore {
    private final DSLContext dsl;

    public ReminderStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Up to when this has been told; empty before the first time. */
    public Optional<Instant> through(String name) {
        return dsl.select(TOLD_THROUGH.THROUGH_AT)
                .from(TOLD_THROUGH)
                .where(TOLD_THROUGH.NAME.eq(name))
                .fetchOptional(TOLD_THROUGH.THROUGH_AT);
    }

    /** Begins to count. */
    public void begin(String name, Instant now) {
        dsl.insertInto(TOLD_THROUGH)
                .set(TOLD_THROUGH.NAME, name)
                .set(TOLD_THROUGH.THROUGH_AT, now)
                .execute();
    }

    /** Whether it was this one that moved it on, and not another node. */
    public boolean advance(String name, Instant seen, Instant now) {
        return dsl.update(TOLD_THROUGH)
                        .set(TOLD_THROUGH.THROUGH_AT, now)
                        .where(TOLD_THROUGH.NAME.eq(name))
                        .and(TOLD_THROUGH.THROUGH_AT.eq(seen))
                        .execute()
                == 1;
    }

    public Reminders all() {
        return new Reminders(dsl.selectFrom(REMINDER)
                .fetch(row -> new Reminders.Own(
                        row.get(REMINDER.RESPONDER_ID), row.get(REMINDER.ROLE), leads(row.get(REMINDER.LEADS)))));
    }

    public List<Reminders.Own> of(UUID who) {
        return dsl.selectFrom(REMINDER)
                .where(REMINDER.RESPONDER_ID.eq(who))
                .orderBy(REMINDER.RESPONDER_ID, REMINDER.ROLE)
                .fetch(row -> new Reminders.Own(who, row.get(REMINDER.ROLE), leads(row.get(REMINDER.LEADS))));
    }

    /** What everybody has said, or the file for them. */
    public Map<UUID, List<Reminders.Own>> ofEverybody() {
        return dsl.selectFrom(REMINDER)
                .orderBy(REMINDER.RESPONDER_ID, REMINDER.ROLE)
                .fetchGroups(
                        row -> row.get(REMINDER.RESPONDER_ID),
                        row -> new Reminders.Own(
                                row.get(REMINDER.RESPONDER_ID),
                                row.get(REMINDER.ROLE),
                                leads(row.get(REMINDER.LEADS))));
    }

    /** Those for whom the team file says it. */
    public Set<UUID> fromFile() {
        return dsl.select(REMINDER.RESPONDER_ID)
                .from(REMINDER)
                .where(REMINDER.FROM_FILE.isTrue())
                .fetchSet(REMINDER.RESPONDER_ID);
    }

    /** Makes these a person's own, and no other. */
    public void replace(UUID who, Collection<Reminders.Own> own) {
        replace(who, own, false);
    }

    /** The same, as the team file says. */
    public void replaceByFile(UUID who, Collection<Reminders.Own> wanted) {
        replace(who, wanted, true);
    }

    private void replace(UUID who, Collection<Reminders.Own> own, boolean fromFile) {
        dsl.deleteFrom(REMINDER).where(REMINDER.RESPONDER_ID.eq(who)).execute();
        for (var one : own)
            dsl.insertInto(REMINDER)
                    .set(REMINDER.RESPONDER_ID, who)
                    .set(REMINDER.ROLE, one.duty())
                    .set(REMINDER.LEADS, text(one.leads()))
                    .set(REMINDER.FROM_FILE, fromFile)
                    .execute();
    }

    private static String text(List<Duration> leads) {
        return leads.stream().map(lead -> String.valueOf(lead.toMinutes())).collect(Collectors.joining(","));
    }

    private static List<Duration> leads(String text) {
        return Arrays.stream(text.split(",", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> Duration.ofMinutes(Long.parseLong(part)))
                .toList();
    }
}
