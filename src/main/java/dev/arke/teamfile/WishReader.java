package dev.arke.teamfile;

import dev.arke.alert.Priority;
import dev.arke.chat.QuietPhrase;
import dev.arke.engine.people.DesiredState.Scope;
import dev.arke.engine.people.DesiredState.Wished;
import dev.arke.page.Instead;
import dev.arke.page.NotificationRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how one of {@code responders} is paged: rules, those for a service or team, quiet hours, and other ways for when there are many. */
final class WishReader {
    private static final String NO_WAY = "no way of contact. Write chat, slack, teams, sandbox, email, sms or call.";
    private static final String NO_COUNT = "no number of pages. Write one from 1 to " + Instead.MOST + ".";
    private static final String NO_WINDOW = "no length of time from 1m to 1h.";

    private final Names services;
    private final Names teams;
    private final Problems problems;

    WishReader(Names services, Names teams, Problems problems) {
        this.services = services;
        this.teams = teams;
        this.problems = problems;
    }

    Wished read(Section section) {
        return new Wished(
                section.read(
                        "quiet",
                        text -> QuietPhrase.read(text).flatMap(hours -> hours),
                        "no hours of a day. Write for example 22:00-07:00."),
                section.section("rules_for", "{checkout: {urgent: [{via: call}]}}")
                        .map(this::rulesFor)
                        .orElse(Map.of()),
                instead(section.sections("more_than", "{pages: 3, via: sms, within: 10m, use: email}")));
    }

    private Map<Scope, List<NotificationRule>> rulesFor(Section section) {
        var all = new LinkedHashMap<Scope, List<NotificationRule>>();
        section.all()
                .forEach((name, tree) -> scope(name, section.place(name)).ifPresent(scope -> {
                    var before = all.put(scope, rules(Section.of(tree, problems, "{urgent: [{via: call}]}")));
                    if (before != null) problems.add(section.place(name), name + " stands here twice.");
                }));
        return all;
    }

    /** A service of the file comes before a team of the same name, as in chat. */
    private Optional<Scope> scope(String name, Place place) {
        return teams.knows(name) && !services.knows(name)
                ? teams.resolve(name, place).map(Scope.TeamNamed::new)
                : services.resolve(name, place).map(Scope.ServiceNamed::new);
    }

    private List<Instead> instead(List<Section> sections) {
        var all = new LinkedHashMap<NotificationRule.Via, Instead>();
        for (var section : sections)
            instead(section).ifPresent(wish -> {
                if (all.put(wish.via(), wish) != null)
                    problems.add(section.place("via"), wish.via().word() + " stands in this list twice.");
            });
        return List.copyOf(all.values());
    }

    private Optional<Instead> instead(Section section) {
        var most = section.required("pages", "3").flatMap(word -> section.parsed(word, WishReader::count, NO_COUNT));
        var via = section.required("via", "sms")
                .flatMap(word -> section.parsed(word, NotificationRule.Via::parse, NO_WAY));
        var within =
                section.required("within", "10m").flatMap(word -> section.parsed(word, WishReader::window, NO_WINDOW));
        var then = section.required("use", "email")
                .flatMap(word -> section.parsed(word, NotificationRule.Via::parse, NO_WAY));
        section.end();
        if (via.isPresent() && via.equals(then))
            problems.add(
                    section.place("use"),
                    "another way belongs here than " + via.get().word() + ".");
        if (most.isEmpty() || via.isEmpty() || within.isEmpty() || then.isEmpty()) return Optional.empty();
        return Optional.of(new Instead(via.get(), most.get(), within.get(), then.get()));
    }

    private static Optional<Integer> count(String text) {
        return text.matches("[0-9]{1,3}")
                ? Optional.of(Integer.valueOf(text)).filter(count -> count >= 1 && count <= Instead.MOST)
                : Optional.empty();
    }

    private static Optional<Duration> window(String text) {
        return Values.duration(text)
                .filter(length -> length.compareTo(Instead.SHORTEST) >= 0 && length.compareTo(Instead.LONGEST) <= 0);
    }

    List<NotificationRule> rules(Section section) {
        var rules = new ArrayList<NotificationRule>();
        for (var priority : Priority.values()) {
            for (var rule : section.sections(priority.word(), "{via: sms, after: 1m}")) {
                var via = rule.required("via", "sms")
                        .flatMap(word -> rule.parsed(word, NotificationRule.Via::parse, NO_WAY));
                var after =
                        rule.read("after", Values::duration, Values.NO_DURATION).orElse(Duration.ZERO);
                var every = rule.read("every", Values::oftenEnough, Values.NOT_OFTEN);
                via.ifPresent(way -> rules.add(new NotificationRule(priority, way, after, every)));
                rule.end();
            }
        }
        section.end();
        if (rules.isEmpty() && problems.isEmpty())
            problems.add(section.place(), "there is no rule. Leave rules out for the defaults.");
        return rules;
    }
}
