package dev.arke.delivery;

import static dev.arke.database.generated.Tables.TEAMS_PERSON;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The table teams_person. */
public final class TeamsPersonStore {
    private final DSLContext dsl;

    public TeamsPersonStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** By what the bot knows them by. */
    public Optional<TeamsPerson> find(String userId) {
        return latest(TEAMS_PERSON.USER_ID.eq(userId));
    }

    /**
     * By an address of the team file: an object id, a principal name, or a mail address that only one has. A bot that was
     * registered anew, or an account that was made anew, is somebody's second row: the one heard of last counts. Who has gone
     * is found too.
     */
    public Optional<TeamsPerson> addressed(String address) {
        var plain = address.strip().toLowerCase(Locale.ROOT);
        return latest(TEAMS_PERSON.ACCOUNT.eq(plain))
                .or(() -> latest(TEAMS_PERSON.PRINCIPAL.eq(plain)).flatMap(this::now))
                .or(() -> byEmail(plain));
    }

    /** An address that two have names nobody: better the next way than the wrong person. */
    private Optional<TeamsPerson> byEmail(String email) {
        var found = dsl.selectFrom(TEAMS_PERSON)
                .where(TEAMS_PERSON.EMAIL.eq(email))
                .orderBy(TEAMS_PERSON.HEARD_AT.desc(), TEAMS_PERSON.USER_ID)
                .fetch(TeamsPersonStore::read);
        var people = found.stream()
                .map(one -> one.principal().orElse(one.account()))
                .distinct()
                .count();
        return people == 1 ? now(found.getFirst()) : Optional.empty();
    }

    /** What is known by now of whose account it is. */
    private Optional<TeamsPerson> now(TeamsPerson known) {
        return latest(TEAMS_PERSON.ACCOUNT.eq(known.account()));
    }

    private Optional<TeamsPerson> latest(Condition condition) {
        return dsl.selectFrom(TEAMS_PERSON)
                .where(condition)
                .orderBy(TEAMS_PERSON.HEARD_AT.desc(), TEAMS_PERSON.USER_ID)
                .limit(1)
                .fetchOptional(TeamsPersonStore::read);
    }

    /** Writes somebody as heard of now; what was known before and is not said this time stays. */
    public void save(TeamsPerson person, Instant now) {
        var row = row(person, now);
        if (person.email().isEmpty()) row.remove(TEAMS_PERSON.EMAIL);
        if (person.principal().isEmpty()) row.remove(TEAMS_PERSON.PRINCIPAL);
        if (person.conversationId().isEmpty()) row.remove(TEAMS_PERSON.CONVERSATION_ID);
        var said = new LinkedHashMap<>(row);
        // A roster tells the principal name, and who is a guest; a chat with somebody tells neither.
        if (person.principal().isEmpty() && !person.guest()) said.remove(TEAMS_PERSON.GUEST);
        int updated = dsl.update(TEAMS_PERSON)
                .set(said)
                .where(TEAMS_PERSON.USER_ID.eq(person.userId()))
                .execute();
        if (updated == 0) dsl.insertInto(TEAMS_PERSON).set(row).execute();
    }

    /** They want to hear nothing of us any more, or do again. Whether somebody is known so. */
    public boolean mark(String userId, boolean gone, Instant now) {
        return dsl.update(TEAMS_PERSON)
                        .set(
                                TEAMS_PERSON.GONE_AT,
                                gone ? DSL.val(now, TEAMS_PERSON.GONE_AT) : DSL.castNull(TEAMS_PERSON.GONE_AT))
                        .where(TEAMS_PERSON.USER_ID.eq(userId))
                        .execute()
                == 1;
    }

    private static Map<Field<?>, @Nullable Object> row(TeamsPerson person, Instant now) {
        var row = new LinkedHashMap<Field<?>, @Nullable Object>();
        row.put(TEAMS_PERSON.USER_ID, person.userId());
        row.put(TEAMS_PERSON.TENANT, person.tenant());
        row.put(TEAMS_PERSON.ACCOUNT, person.account());
        row.put(TEAMS_PERSON.EMAIL, person.email().orElse(null));
        row.put(TEAMS_PERSON.PRINCIPAL, person.principal().orElse(null));
        row.put(TEAMS_PERSON.DISPLAY_NAME, person.displayName());
        row.put(TEAMS_PERSON.GUEST, person.guest());
        row.put(TEAMS_PERSON.SERVICE_URL, person.serviceUrl());
        row.put(TEAMS_PERSON.CONVERSATION_ID, person.conversationId().orElse(null));
        row.put(TEAMS_PERSON.HEARD_AT, now);
        row.put(TEAMS_PERSON.GONE_AT, person.gone() ? now : null);
        return row;
    }

    private static TeamsPerson read(Record row) {
        return new TeamsPerson(
                row.get(TEAMS_PERSON.USER_ID),
                row.get(TEAMS_PERSON.TENANT),
                row.get(TEAMS_PERSON.ACCOUNT),
                Optional.ofNullable(row.get(TEAMS_PERSON.EMAIL)),
                Optional.ofNullable(row.get(TEAMS_PERSON.PRINCIPAL)),
                row.get(TEAMS_PERSON.DISPLAY_NAME),
                row.get(TEAMS_PERSON.GUEST),
                row.get(TEAMS_PERSON.SERVICE_URL),
                Optional.ofNullable(row.get(TEAMS_PERSON.CONVERSATION_ID)),
                row.get(TEAMS_PERSON.GONE_AT) != null);
    }
}
