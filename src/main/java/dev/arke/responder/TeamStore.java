package dev.arke.responder;

import static dev.arke.database.generated.Tables.ROSTER;
import static dev.arke.database.generated.Tables.ROSTER_MEMBER;
import static dev.arke.database.generated.Tables.TEAM;
import static dev.arke.database.generated.Tables.TEAM_CHANNEL;
import static dev.arke.database.generated.Tables.TEAM_MEMBER;
import static dev.arke.database.generated.Tables.TEAM_SHOWS;

import dev.arke.database.UnreadableRows;
import dev.arke.database.Upsert;
import dev.arke.responder.TeamExtras.Shown;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The tables team, team_channel, team_member, roster and roster_member. */
public final class TeamStore {
    private final DSLContext dsl;

    public TeamStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** All teams, inactive ones too, with everything that belongs to them. */
    public List<Team> load() {
        Map<UUID, List<ChannelAddress>> channels = UnreadableRows.readable(
                        dsl,
                        dsl.selectFrom(TEAM_CHANNEL).orderBy(TEAM_CHANNEL.PLATFORM, TEAM_CHANNEL.ADDRESS),
                        TEAM_CHANNEL.TEAM_ID,
                        row -> Map.entry(row.get(TEAM_CHANNEL.TEAM_ID), channel(row)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        Map<UUID, List<Member>> members = dsl.selectFrom(TEAM_MEMBER)
                .fetchGroups(
                        TEAM_MEMBER.TEAM_ID,
                        row -> new Member(row.get(TEAM_MEMBER.RESPONDER_ID), row.get(TEAM_MEMBER.ADMIN)));
        Map<UUID, List<Roster>> rosters = loadRosters();
        Map<UUID, List<Shown>> shows = dsl.selectFrom(TEAM_SHOWS)
                .fetchGroups(
                        TEAM_SHOWS.TEAM_ID, row -> new Shown(row.get(TEAM_SHOWS.SOURCE), row.get(TEAM_SHOWS.ROLE)));
        return dsl.selectFrom(TEAM)
                .fetch(row -> team(
                        row,
                        channels.getOrDefault(row.get(TEAM.ID), List.of()),
                        members.getOrDefault(row.get(TEAM.ID), List.of()),
                        rosters.getOrDefault(row.get(TEAM.ID), List.of()),
                        extras(row, shows.getOrDefault(row.get(TEAM.ID), List.of()))));
    }

    private static TeamExtras extras(Record row, List<Shown> shows) {
        return new TeamExtras(
                shows,
                Optional.ofNullable(row.get(TEAM.PAGER)),
                Optional.ofNullable(row.get(TEAM.MINIMUM_REST_MINUTES)).map(Duration::ofMinutes),
                Quota.of(row.get(TEAM.QUOTA_SOFT), row.get(TEAM.QUOTA_HARD), row.get(TEAM.QUOTA_SECONDS)),
                TeamExtras.addresses(row.get(TEAM.MAIL_TO)));
    }

    private Map<UUID, List<Roster>> loadRosters() {
        Map<UUID, List<Roster.Entry>> entries = dsl.selectFrom(ROSTER_MEMBER)
                .orderBy(ROSTER_MEMBER.POSITION)
                .fetchGroups(
                        ROSTER_MEMBER.ROSTER_ID,
                        row -> new Roster.Entry(
                                row.get(ROSTER_MEMBER.RESPONDER_ID), row.get(ROSTER_MEMBER.IN_ROTATION)));
        return dsl.selectFrom(ROSTER)
                .orderBy(ROSTER.NAME)
                .fetchGroups(
                        ROSTER.TEAM_ID,
                        row -> new Roster(
                                row.get(ROSTER.ID),
                                row.get(ROSTER.NAME),
                                entries.getOrDefault(row.get(ROSTER.ID), List.of()),
                                row.get(ROSTER.FILE_OWNED)));
    }

    /**
     * Writes these teams whole: channels, members and rosters that they do not have any more are removed. A roster that
     * a rotation still takes from cannot be: remove the rotation first.
     */
    public void save(Collection<Team> teams) {
        if (teams.isEmpty()) return;
        Upsert.rows(dsl, TEAM, TEAM.ID, teams.stream().map(TeamStore::row).toList());
        var ids = teams.stream().map(Team::id).toList();
        saveMembers(teams, ids);
        saveRosters(teams, ids);
    }

    private void saveMembers(Collection<Team> teams, List<UUID> ids) {
        dsl.deleteFrom(TEAM_CHANNEL).where(TEAM_CHANNEL.TEAM_ID.in(ids)).execute();
        Upsert.insert(
                dsl,
                TEAM_CHANNEL,
                teams.stream()
                        .flatMap(team -> team.channels().stream().map(channel -> row(team, channel)))
                        .toList());
        dsl.deleteFrom(TEAM_SHOWS).where(TEAM_SHOWS.TEAM_ID.in(ids)).execute();
        Upsert.insert(
                dsl,
                TEAM_SHOWS,
                teams.stream()
                        .flatMap(team -> team.extras().shows().stream().map(shown -> row(team, shown)))
                        .toList());
        dsl.deleteFrom(TEAM_MEMBER).where(TEAM_MEMBER.TEAM_ID.in(ids)).execute();
        Upsert.insert(
                dsl,
                TEAM_MEMBER,
                teams.stream()
                        .flatMap(team -> team.members().stream().map(member -> row(team, member)))
                        .toList());
    }

    private void saveRosters(Collection<Team> teams, List<UUID> ids) {
        var rosters = teams.stream().flatMap(team -> team.rosters().stream()).toList();
        dsl.deleteFrom(ROSTER_MEMBER)
                .where(ROSTER_MEMBER.ROSTER_ID.in(
                        dsl.select(ROSTER.ID).from(ROSTER).where(ROSTER.TEAM_ID.in(ids))))
                .execute();
        dsl.deleteFrom(ROSTER)
                .where(ROSTER.TEAM_ID.in(ids))
                .and(ROSTER.ID.notIn(rosters.stream().map(Roster::id).toList()))
                .execute();
        Upsert.rows(
                dsl,
                ROSTER,
                ROSTER.ID,
                teams.stream()
                        .flatMap(team -> team.rosters().stream().map(roster -> row(team, roster)))
                        .toList());
        Upsert.insert(
                dsl,
                ROSTER_MEMBER,
                rosters.stream().flatMap(roster -> rows(roster).stream()).toList());
    }

    private record Member(UUID id, boolean admin) {}

    private Team team(
            Record row, List<ChannelAddress> channels, List<Member> members, List<Roster> rosters, TeamExtras extras) {
        return new Team(
                row.get(TEAM.ID),
                row.get(TEAM.NAME),
                UnreadableRows.<ZoneId>readOr(
                        dsl, TEAM.ID, row.get(TEAM.ID), () -> ZoneId.of(row.get(TEAM.TIME_ZONE)), ZoneOffset.UTC),
                channels,
                ids(members),
                ids(members.stream().filter(Member::admin).toList()),
                rosters,
                row.get(TEAM.ACTIVE),
                row.get(TEAM.FILE_OWNED),
                extras);
    }

    private static Set<UUID> ids(List<Member> members) {
        return members.stream().map(Member::id).collect(Collectors.toUnmodifiableSet());
    }

    private static ChannelAddress channel(Record row) {
        return new ChannelAddress(
                ContactKind.parse(row.get(TEAM_CHANNEL.PLATFORM)).orElseThrow(), row.get(TEAM_CHANNEL.ADDRESS));
    }

    private static Map<Field<?>, @Nullable Object> row(Team team) {
        var row = new LinkedHashMap<Field<?>, @Nullable Object>();
        row.put(TEAM.ID, team.id());
        row.put(TEAM.NAME, team.name());
        row.put(TEAM.TIME_ZONE, team.zone().getId());
        row.put(TEAM.ACTIVE, team.active());
        row.put(TEAM.FILE_OWNED, team.fileOwned());
        row.put(TEAM.PAGER, team.extras().pager().orElse(null));
        row.put(
                TEAM.MINIMUM_REST_MINUTES,
                team.extras()
                        .minimumRest()
                        .map(rest -> Math.toIntExact(rest.toMinutes()))
                        .orElse(null));
        var quota = team.extras().quota();
        row.put(TEAM.QUOTA_SOFT, quota.flatMap(Quota::soft).orElse(null));
        row.put(TEAM.QUOTA_HARD, quota.flatMap(Quota::hard).orElse(null));
        row.put(TEAM.QUOTA_SECONDS, quota.map(Quota::seconds).orElse(null));
        row.put(TEAM.MAIL_TO, TeamExtras.lines(team.extras().mailTo()));
        return row;
    }

    private static Map<Field<?>, Object> row(Team team, Shown shown) {
        return Map.of(TEAM_SHOWS.TEAM_ID, team.id(), TEAM_SHOWS.SOURCE, shown.team(), TEAM_SHOWS.ROLE, shown.duty());
    }

    private static Map<Field<?>, Object> row(Team team, ChannelAddress channel) {
        return Map.of(
                TEAM_CHANNEL.TEAM_ID, team.id(),
                TEAM_CHANNEL.PLATFORM, channel.platform().word(),
                TEAM_CHANNEL.ADDRESS, channel.address());
    }

    private static Map<Field<?>, Object> row(Team team, UUID member) {
        return Map.of(
                TEAM_MEMBER.TEAM_ID, team.id(),
                TEAM_MEMBER.RESPONDER_ID, member,
                TEAM_MEMBER.ADMIN, team.admins().contains(member));
    }

    private static Map<Field<?>, Object> row(Team team, Roster roster) {
        return Map.of(
                ROSTER.ID, roster.id(),
                ROSTER.TEAM_ID, team.id(),
                ROSTER.NAME, roster.name(),
                ROSTER.FILE_OWNED, roster.fileOwned());
    }

    private static List<Map<Field<?>, Object>> rows(Roster roster) {
        var entries = roster.entries();
        return IntStream.range(0, entries.size())
                .mapToObj(position -> Map.<Field<?>, Object>of(
                        ROSTER_MEMBER.ROSTER_ID, roster.id(),
                        ROSTER_MEMBER.RESPONDER_ID, entries.get(position).responderId(),
                        ROSTER_MEMBER.POSITION, position,
                        ROSTER_MEMBER.IN_ROTATION, entries.get(position).inRotation()))
                .toList();
    }
}
