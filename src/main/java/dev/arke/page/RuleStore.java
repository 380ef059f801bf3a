package dev.arke.page;

import static dev.arke.database.generated.Tables.NOTIFICATION_RULE;
import static dev.arke.database.generated.Tables.PAGING_WISH;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.alert.Priority;
import dev.arke.database.Json;
import dev.arke.database.UnreadableRows;
import dev.arke.database.Upsert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The table notification_rule: the rules of people who do not go by the defaults. */
public final class RuleStore {
    private final DSLContext dsl;

    public RuleStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** By responder, in their order; who is not in it has none. */
    public Map<UUID, List<NotificationRule>> load() {
        return UnreadableRows.readable(
                        dsl,
                        dsl.selectFrom(NOTIFICATION_RULE)
                                .orderBy(
                                        NOTIFICATION_RULE.RESPONDER_ID,
                                        NOTIFICATION_RULE.PRIORITY,
                                        NOTIFICATION_RULE.POSITION),
                        NOTIFICATION_RULE.RESPONDER_ID,
                        row -> Map.entry(row.get(NOTIFICATION_RULE.RESPONDER_ID), rule(row)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Whose rules come from the team file; the others' are their own. */
    public Set<UUID> fromFile() {
        return dsl.selectDistinct(NOTIFICATION_RULE.RESPONDER_ID)
                .from(NOTIFICATION_RULE)
                .where(NOTIFICATION_RULE.FROM_FILE.isTrue())
                .fetchSet(NOTIFICATION_RULE.RESPONDER_ID);
    }

    /** One person's, in their order; none where they go by the defaults. */
    public List<NotificationRule> of(UUID responderId) {
        return dsl.selectFrom(NOTIFICATION_RULE)
                .where(NOTIFICATION_RULE.RESPONDER_ID.eq(responderId))
                .orderBy(NOTIFICATION_RULE.RESPONDER_ID, NOTIFICATION_RULE.PRIORITY, NOTIFICATION_RULE.POSITION)
                .fetch(RuleStore::rule);
    }

    /** Gives these responders exactly these rules, as the file's. */
    public void saveFromFile(Map<UUID, List<NotificationRule>> rules) {
        save(rules, true);
    }

    /** Gives somebody exactly these rules, as their own. */
    public void saveOwn(UUID responderId, List<NotificationRule> rules) {
        save(Map.of(responderId, rules), false);
    }

    private void save(Map<UUID, List<NotificationRule>> rules, boolean fromFile) {
        if (rules.isEmpty()) return;
        dsl.deleteFrom(NOTIFICATION_RULE)
                .where(NOTIFICATION_RULE.RESPONDER_ID.in(rules.keySet()))
                .execute();
        var rows = new ArrayList<Map<Field<?>, @Nullable Object>>();
        rules.forEach((responder, own) -> {
            var positions = new EnumMap<Priority, Integer>(Priority.class);
            for (var rule : own) {
                rows.add(row(responder, rule, positions.merge(rule.priority(), 1, Integer::sum), fromFile));
            }
        });
        Upsert.insert(dsl, NOTIFICATION_RULE, rows);
    }

    /** What people want besides their rules, by responder; who wants nothing is not in it. */
    public Map<UUID, PagingWishes> loadWishes() {
        return UnreadableRows.readable(
                        dsl,
                        dsl.selectFrom(PAGING_WISH),
                        PAGING_WISH.RESPONDER_ID,
                        row -> Map.entry(row.get(PAGING_WISH.RESPONDER_ID), wishes(row.get(PAGING_WISH.WISHES))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those of a version before have no list of other ways. */
    private static PagingWishes wishes(String json) {
        var node = (ObjectNode) Json.tree(json);
        if (!node.has("instead")) node.putArray("instead");
        return Json.read(node.toString(), PagingWishes.class);
    }

    /** Whose wishes come from the team file; the others' are their own. */
    public Set<UUID> wishesFromFile() {
        return dsl.select(PAGING_WISH.RESPONDER_ID)
                .from(PAGING_WISH)
                .where(PAGING_WISH.FROM_FILE.isTrue())
                .fetchSet(PAGING_WISH.RESPONDER_ID);
    }

    public void saveWishes(UUID responderId, PagingWishes wishes, boolean fromFile) {
        Upsert.rows(
                dsl,
                PAGING_WISH,
                PAGING_WISH.RESPONDER_ID,
                List.of(Map.of(
                        PAGING_WISH.RESPONDER_ID,
                        responderId,
                        PAGING_WISH.WISHES,
                        Json.write(wishes),
                        PAGING_WISH.FROM_FILE,
                        fromFile)));
    }

    private static NotificationRule rule(Record row) {
        return new NotificationRule(
                Priority.parse(row.get(NOTIFICATION_RULE.PRIORITY)).orElseThrow(),
                NotificationRule.Via.parse(row.get(NOTIFICATION_RULE.VIA)).orElseThrow(),
                Duration.ofSeconds(row.get(NOTIFICATION_RULE.AFTER_SECONDS)),
                Optional.ofNullable(row.get(NOTIFICATION_RULE.EVERY_SECONDS)).map(Duration::ofSeconds));
    }

    private static Map<Field<?>, @Nullable Object> row(
            UUID responder, NotificationRule rule, int position, boolean fromFile) {
        var row = new HashMap<Field<?>, @Nullable Object>();
        row.put(NOTIFICATION_RULE.RESPONDER_ID, responder);
        row.put(NOTIFICATION_RULE.PRIORITY, rule.priority().word());
        row.put(NOTIFICATION_RULE.POSITION, position);
        row.put(NOTIFICATION_RULE.VIA, rule.via().word());
        row.put(NOTIFICATION_RULE.AFTER_SECONDS, seconds(rule.after()));
        row.put(NOTIFICATION_RULE.FROM_FILE, fromFile);
        row.put(
                NOTIFICATION_RULE.EVERY_SECONDS,
                rule.every().map(RuleStore::seconds).orElse(null));
        return row;
    }

    private static int seconds(Duration length) {
        return Math.toIntExact(length.toSeconds());
    }
}
