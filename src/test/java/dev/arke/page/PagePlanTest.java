package dev.arke.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Priority;
import dev.arke.page.NotificationRule.Via;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How rules and wishes become pages, as a table: "sms 0" is a text at once, "call 3/5" a call after 3 min and each 5 min after. */
final class PagePlanTest {
    private static final Instant NOW = Instant.parse("2026-01-12T09:00:00Z");
    private static final UUID ALICE = new UUID(7, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            nullValues = "-",
            value = {
                // rules | wishes: way most>other | pages lately | plan
                "sms 0, call 3 | - | sms 99 | sms 0, call 3",
                "sms 0, call 3 | sms 3>call | sms 2 | sms 0, call 3",
                "sms 0, call 3 | sms 3>call | sms 3 | call 0",
                "sms 0, email 3 | sms 3>call | sms 3 | call 0, email 3",
                "sms 1, call 3 | sms 3>call | sms 4, call 9 | call 0",
                "slack 0, sms 1 | chat 2>email | slack 2 | email 0, sms 1",
                "sms 0 | sms 1>call, call 1>email | sms 1, call 1 | email 0",
                "sms 0 | sms 1>call, call 1>email | sms 1 | call 0",
                "sms 0 | sms 1>call, call 1>sms | sms 1, call 1 | sms 0",
                "sms 0 | sms 1>teams | sms 1 | sms 0",
                "sms 0/5, call 3 | sms 2>email | sms 2 | email 0/5, call 3",
                "chat 0, call 2/5 | - | - | slack 0, call 2/5",
                "call 2/5 | - | - | call 0/5",
            })
    void everyPageIsPlannedAndNoMoreByAWayThanIsWanted(String rules, String wishes, String lately, String plan) {
        var usable = PagePlan.usable(
                List.of(
                        method(ContactKind.SLACK),
                        method(ContactKind.SMS),
                        method(ContactKind.CALL),
                        method(ContactKind.EMAIL)),
                EnumSet.allOf(ContactKind.class));
        var pages = lately == null
                ? Map.<String, Integer>of()
                : parts(lately).stream().collect(Collectors.toMap(one -> one[0], one -> Integer.valueOf(one[1])));
        var due = PagePlan.of(parts(rules).stream().map(PagePlanTest::rule).toList(), usable, NOW);

        var relieved = PagePlan.relieved(
                due,
                wishes == null
                        ? List.of()
                        : parts(wishes).stream().map(PagePlanTest::wish).toList(),
                usable,
                (method, within) -> pages.getOrDefault(method.kind().word(), 0));

        assertThat(relieved.stream().map(PagePlanTest::words).collect(Collectors.joining(", ")))
                .isEqualTo(plan);
    }

    private static List<String[]> parts(String list) {
        var parts = new ArrayList<String[]>();
        for (var part : list.split(", ")) parts.add(part.split(" "));
        return parts;
    }

    private static NotificationRule rule(String[] words) {
        var times = words[1].split("/");
        return new NotificationRule(
                Priority.URGENT,
                Via.parse(words[0]).orElseThrow(),
                Duration.ofMinutes(Integer.parseInt(times[0])),
                times.length == 1 ? Optional.empty() : Optional.of(Duration.ofMinutes(Integer.parseInt(times[1]))));
    }

    private static Instead wish(String[] words) {
        var then = words[1].split(">");
        return new Instead(
                Via.parse(words[0]).orElseThrow(),
                Integer.parseInt(then[0]),
                Duration.ofMinutes(10),
                Via.parse(then[1]).orElseThrow());
    }

    private static ContactMethod method(ContactKind kind) {
        int place = List.of(ContactKind.values()).indexOf(kind);
        return new ContactMethod(new UUID(8, place), ALICE, kind, kind.word() + " of alice", place, Optional.empty());
    }

    private static String words(PagePlan.Due due) {
        return due.method().kind().word() + " "
                + Duration.between(NOW, due.at()).toMinutes()
                + due.every().map(every -> "/" + every.toMinutes()).orElse("");
    }
}
