package dev.arke.delivery;

import static dev.arke.database.generated.Tables.TEAMS_PLACE;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The table teams_place. */
public final class TeamsPlaceStore {
    private final DSLContext dsl;

    public TeamsPlaceStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** One that has not ended. */
    public Optional<TeamsPlace> find(String conversationId) {
        return dsl.selectFrom(TEAMS_PLACE)
                .where(TEAMS_PLACE.CONVERSATION_ID.eq(conversationId))
                .and(TEAMS_PLACE.ENDED_AT.isNull())
                .fetchOptional(TeamsPlaceStore::read);
    }

    /** The one that was heard of last, of those that have not ended. */
    public Optional<TeamsPlace> latest() {
        return dsl.selectFrom(TEAMS_PLACE)
                .where(TEAMS_PLACE.ENDED_AT.isNull())
                .orderBy(TEAMS_PLACE.HEARD_AT.desc(), TEAMS_PLACE.CONVERSATION_ID)
                .limit(1)
                .fetchOptional(TeamsPlaceStore::read);
    }

    /** Writes one as it was heard of now, whether it was known or had ended before. */
    public void save(TeamsPlace place, Instant now) {
        var row = row(place, now);
        int updated = dsl.update(TEAMS_PLACE)
                .set(row)
                .where(TEAMS_PLACE.CONVERSATION_ID.eq(place.conversationId()))
                .execute();
        if (updated == 0) dsl.insertInto(TEAMS_PLACE).set(row).execute();
    }

    /** Ends a conversation, or all channels of a team. */
    public void end(String conversationOrTeamId, Instant now) {
        dsl.update(TEAMS_PLACE)
                .set(TEAMS_PLACE.ENDED_AT, now)
                .where(TEAMS_PLACE
                        .CONVERSATION_ID
                        .eq(conversationOrTeamId)
                        .or(TEAMS_PLACE.TEAM_ID.eq(conversationOrTeamId)))
                .and(TEAMS_PLACE.ENDED_AT.isNull())
                .execute();
    }

    /** The channels of a team that have not ended. */
    public List<TeamsPlace> ofTeam(String teamId) {
        return dsl.selectFrom(TEAMS_PLACE)
                .where(TEAMS_PLACE.TEAM_ID.eq(teamId))
                .and(TEAMS_PLACE.ENDED_AT.isNull())
                .orderBy(TEAMS_PLACE.CONVERSATION_ID)
                .fetch(TeamsPlaceStore::read);
    }

    private static Map<Field<?>, @Nullable Object> row(TeamsPlace place, Instant now) {
        var row = new LinkedHashMap<Field<?>, @Nullable Object>();
        row.put(TEAMS_PLACE.CONVERSATION_ID, place.conversationId());
        row.put(TEAMS_PLACE.TENANT, place.tenant());
        row.put(TEAMS_PLACE.KIND, place.kind().name().toLowerCase(Locale.ROOT));
        row.put(TEAMS_PLACE.TEAM_ID, place.teamId().orElse(null));
        row.put(TEAMS_PLACE.SERVICE_URL, place.serviceUrl());
        row.put(TEAMS_PLACE.BOT_ID, place.botId());
        row.put(TEAMS_PLACE.HEARD_AT, now);
        row.put(TEAMS_PLACE.ENDED_AT, null);
        return row;
    }

    private static TeamsPlace read(Record row) {
        return new TeamsPlace(
                row.get(TEAMS_PLACE.CONVERSATION_ID),
                row.get(TEAMS_PLACE.TENANT),
                TeamsPlace.Kind.valueOf(row.get(TEAMS_PLACE.KIND).toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.get(TEAMS_PLACE.TEAM_ID)),
                row.get(TEAMS_PLACE.SERVICE_URL),
                row.get(TEAMS_PLACE.BOT_ID));
    }
}
