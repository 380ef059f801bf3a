package dev.arke.chat;

import dev.arke.alert.Priority;
import dev.arke.page.NotificationRule;
import dev.arke.responder.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What follows me: nothing, or how one wants to be paged. */
final class RuleArguments {
    private static final Set<String> CHANGE = Set.of("change", "rules", "edit");
    private static final String EXAMPLE = "me urgent chat, sms 1m, call 3m";

    /** At the end: for which team or service. */
    private static final Pattern FOR = Pattern.compile("(.+) for ([^;,]+)");

    private RuleArguments() {}

    /** For several priorities at once with a semicolon between; a priority alone asks by a form. */
    static Parsed read(Words words) {
        if (words.isEmpty()) return new Parsed.Understood(new Command.Me());
        var text = String.join(" ", words.texts());
        if (words.size() == 1 && (CHANGE.contains(text) || Priority.parse(text).isPresent()))
            return new Parsed.FormWanted(Verb.ME, Map.of());
        if (ContactArguments.begin(words)) return ContactArguments.read(words);
        if (words.first().says("remind") || words.first().says("reminders")) return ReminderPhrase.read(words.after(1));
        if (words.first().says("quiet")) return quiet(words.after(1));
        if (words.first().says("language")) return language(words.after(1));
        if (words.first().says("more")) return many(text);
        var scope = FOR.matcher(text);
        if (scope.matches()) {
            return rules(scope.group(1)) instanceof Parsed.Understood(Command.ChangeRules(var own, var none))
                    ? new Parsed.Understood(new Command.OwnPaging(new PagingWish.For(scope.group(2), own)))
                    : rules(scope.group(1));
        }
        return rules(text);
    }

    private static Parsed many(String text) {
        return InsteadPhrase.read(text.toLowerCase(Locale.ROOT))
                .<Parsed>map(wish -> new Parsed.Understood(new Command.OwnPaging(wish)))
                .orElseGet(() -> Parsed.Misunderstood.of("rule.many", "me " + InsteadPhrase.EXAMPLE));
    }

    private static Parsed quiet(Words words) {
        return QuietPhrase.read(String.join(" ", words.texts()))
                .<Parsed>map(hours -> new Parsed.Understood(new Command.OwnPaging(new PagingWish.Quiet(hours))))
                .orElseGet(() -> Parsed.Misunderstood.of("rule.quiet", "me quiet 22:00-07:00"));
    }

    /** By its code or its name, in English or its own. */
    private static Parsed language(Words words) {
        return switch (String.join(" ", words.texts()).toLowerCase(Locale.ROOT)) {
            case "en", "english", "anglais" -> in(Optional.of(Language.ENGLISH));
            case "fr", "french", "français", "francais" -> in(Optional.of(Language.FRENCH));
            case "default", "usual" -> in(Optional.empty());
            default -> Parsed.Misunderstood.of("rule.language", "me language fr");
        };
    }

    private static Parsed in(Optional<Language> language) {
        return new Parsed.Understood(new Command.OwnPaging(new PagingWish.In(language)));
    }

    private static Parsed rules(String text) {
        var rules = new EnumMap<Priority, List<NotificationRule>>(Priority.class);
        for (var part : text.split(";", -1)) {
            var said = part.strip().split("\\s+", 2);
            var priority = Priority.parse(said[0]);
            if (priority.isEmpty() || said.length < 2) return unclear("rule.priority");
            var read = RulePhrase.read(priority.get(), said[1]);
            if (read.isEmpty()) return unclear("rule.way");
            rules.put(priority.get(), read.get());
        }
        return new Parsed.Understood(new Command.ChangeRules(rules));
    }

    private static Parsed unclear(String key) {
        return Parsed.Misunderstood.of(key, EXAMPLE);
    }
}
