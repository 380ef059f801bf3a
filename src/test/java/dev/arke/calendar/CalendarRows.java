package dev.arke.calendar;

import static dev.arke.database.generated.Tables.RESPONDER;
import static dev.arke.database.generated.Tables.ROSTER;
import static dev.arke.database.generated.Tables.ROSTER_MEMBER;
import static dev.arke.database.generated.Tables.TEAM;

import dev.arke.database.Database;
import dev.arke.database.Durability;
import java.util.UUID;
import java.util.function.Supplier;

/** Teams, people and rosters in a database, for the tests of the calendar's stores and duties. */
public final class CalendarRows {
    private final Database database;

    public CalendarRows(Database database) {
        this.database = database;
    }

    public void team(UUID id, String name) {
        write(() -> database.dsl()
                .insertInto(TEAM)
                .set(TEAM.ID, id)
                .set(TEAM.NAME, name)
                .set(TEAM.TIME_ZONE, "Europe/Paris")
                .set(TEAM.ACTIVE, true)
                .set(TEAM.FILE_OWNED, false)
                .execute());
    }

    public void person(UUID id, String name) {
        write(() -> database.dsl()
                .insertInto(RESPONDER)
                .set(RESPONDER.ID, id)
                .set(RESPONDER.NAME, name)
                .set(RESPONDER.FULL_NAME, name)
                .set(RESPONDER.TIME_ZONE, "Europe/Paris")
                .set(RESPONDER.ADMIN, false)
                .set(RESPONDER.ACTIVE, true)
                .set(RESPONDER.FILE_OWNED, false)
                .execute());
    }

    public void roster(UUID id, UUID teamId, String name, UUID... people) {
        write(() -> database.dsl()
                .insertInto(ROSTER)
                .set(ROSTER.ID, id)
                .set(ROSTER.TEAM_ID, teamId)
                .set(ROSTER.NAME, name)
                .execute());
        for (var position = 0; position < people.length; position++) rosterMember(id, people[position], position);
    }

    public void rosterMember(UUID rosterId, UUID person, int position) {
        write(() -> database.dsl()
                .insertInto(ROSTER_MEMBER)
                .set(ROSTER_MEMBER.ROSTER_ID, rosterId)
                .set(ROSTER_MEMBER.RESPONDER_ID, person)
                .set(ROSTER_MEMBER.POSITION, position)
                .set(ROSTER_MEMBER.IN_ROTATION, true)
                .execute());
    }

    public void deactivate(UUID person) {
        write(() -> database.dsl()
                .update(RESPONDER)
                .set(RESPONDER.ACTIVE, false)
                .where(RESPONDER.ID.eq(person))
                .execute());
    }

    public void outOfRotation(UUID rosterId, UUID person) {
        write(() -> database.dsl()
                .update(ROSTER_MEMBER)
                .set(ROSTER_MEMBER.IN_ROTATION, false)
                .where(ROSTER_MEMBER.ROSTER_ID.eq(rosterId))
                .and(ROSTER_MEMBER.RESPONDER_ID.eq(person))
                .execute());
    }

    private void write(Supplier<Integer> statement) {
        database.transactions().write(Durability.RELAXED, statement);
    }
}
