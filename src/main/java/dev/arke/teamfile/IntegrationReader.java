package dev.arke.teamfile;

import dev.arke.alert.IntegrationKey;
import dev.arke.alert.KeyTemplate;
import dev.arke.alert.Matcher;
import dev.arke.alert.Parse;
import dev.arke.alert.Priority;
import dev.arke.alert.Route;
import dev.arke.chat.NearestName;
import dev.arke.engine.people.DesiredState.Source;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one of {@code integrations}. A key is never repeated in a problem or warning. */
final class IntegrationReader {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._~-]{1,200}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]{1,64}@[^\\s@<>,;]{1,189}");
    private static final String MAIL = "mail";
    private static final String ONE_WITHOUT_THE_OTHER =
            "format: mail and address: belong together: mails to that address are alerts of this integration.";

    private static final int SHORT_KEY = 16;
    private static final String NO_PRIORITY = "no priority. Write urgent, high, medium or low.";

    private final Names services;
    private final Surroundings surroundings;
    private final Problems problems;
    private final List<String> warnings;
    private final Map<String, Place> hashes = new HashMap<>();

    IntegrationReader(Names services, Surroundings surroundings, Problems problems, List<String> warnings) {
        this.services = services;
        this.surroundings = surroundings;
        this.problems = problems;
        this.warnings = warnings;
    }

    Source read(Section section) {
        var name = section.required("name", "prometheus")
                .map(Tree.Scalar::text)
                .orElse("")
                .strip();
        var keys = Stream.concat(section.words("key").stream(), section.words("keys").stream())
                .toList();
        var address = section.scalar("address");
        var format =
                section.required("format", "alertmanager").flatMap(this::format).orElse("");
        boolean byMail = format.equals(MAIL);
        if (byMail != address.isPresent()) problems.add(section.place(), ONE_WITHOUT_THE_OTHER);
        if (byMail && !keys.isEmpty())
            problems.add(section.place(), "an integration with format: mail has no key; its address is what counts.");
        if (keys.isEmpty() && !byMail)
            problems.add(
                    section.place(),
                    "the integration has no key, so nothing could send to it. Write key: ${NAME}"
                            + " and set that variable in the environment.");
        var source = new Source(
                name,
                section.required("service", "checkout")
                        .flatMap(services::resolve)
                        .orElse(""),
                format,
                section.flag("group"),
                section.section("priorities", "{critical: urgent}")
                        .map(this::priorities)
                        .orElse(Map.of()),
                section.sections("routes", "{match: [\"team = web\"], service: web}").stream()
                        .map(this::route)
                        .toList(),
                new TreeSet<>(Stream.concat(
                                keys.stream().flatMap(key -> hash(key, name).stream()),
                                address.flatMap(this::hashOfAddress).stream())
                        .toList()),
                QuotaReader.read(section, problems));
        section.end();
        return source;
    }

    private Optional<String> format(Tree.Scalar word) {
        var format = word.text().strip().toLowerCase(Locale.ROOT);
        var known = new TreeSet<>(surroundings.formats());
        known.add(MAIL);
        if (known.contains(format)) return Optional.of(format);
        problems.add(
                word.place(),
                "no format is called " + word.text() + "."
                        + NearestName.of(format, known)
                                .map(near -> " Did you mean " + near + "?")
                                .orElse(" There are: " + String.join(", ", known) + "."));
        return Optional.empty();
    }

    private Optional<String> hash(Tree.Scalar word, String integration) {
        var key = new Variables(surroundings, problems).in(word);
        if (key.isEmpty()) return Optional.empty();
        if (!KEY.matcher(key.get()).matches()) {
            problems.add(
                    word.place(),
                    "a key has 1 to 200 letters, digits, dots, dashes, underscores or tildes, nothing else.");
            return Optional.empty();
        }
        if (key.get().length() < SHORT_KEY)
            warnings.add("a key of integration " + integration + " has fewer than " + SHORT_KEY
                    + " characters and may be guessed: make one with openssl rand -hex 16.");
        return known(IntegrationKey.hash(key.get()), "key", word);
    }

    private Optional<String> hashOfAddress(Tree.Scalar word) {
        var address = word.text().strip();
        if (ADDRESS.matcher(address).matches()) return known(IntegrationKey.hashOfAddress(address), "address", word);
        problems.add(word.place(), "no mail address. Write one such as checkout-alerts@example.com.");
        return Optional.empty();
    }

    private Optional<String> known(String hash, String what, Tree.Scalar word) {
        var there = hashes.putIfAbsent(hash, word.place());
        if (there != null) problems.add(word.place(), "this " + what + " stands in line " + there.line() + " already.");
        return Optional.of(hash);
    }

    private Map<String, Priority> priorities(Section section) {
        var priorities = new LinkedHashMap<String, Priority>();
        for (var severity : section.all().keySet())
            section.read(severity, Priority::parse, NO_PRIORITY)
                    .ifPresent(priority -> priorities.put(severity, priority));
        return priorities;
    }

    private Route route(Section section) {
        var matchers = section.words("match").stream()
                .flatMap(word -> good(Matcher.parse(word.text()), word).stream())
                .toList();
        boolean drop = section.flag("drop");
        var service = section.scalar("service").flatMap(services::resolve);
        var priority = section.read("priority", Priority::parse, NO_PRIORITY);
        var key = section.scalar("dedup_key").flatMap(word -> good(KeyTemplate.parse(word.text()), word));
        section.end();
        boolean sends = service.isPresent() || priority.isPresent() || key.isPresent();
        if (drop && sends)
            problems.add(section.place("drop"), "a route that drops has no service, priority or dedup_key.");
        return new Route(matchers, drop ? new Route.Action.Drop() : new Route.Action.Send(service, priority, key));
    }

    private <T> Optional<T> good(Parse<T> parse, Tree.Scalar word) {
        return switch (parse) {
            case Parse.Good<T>(var value) -> Optional.of(value);
            case Parse.Bad<T>(var problem) -> {
                problems.add(word.place(), problem);
                yield Optional.empty();
            }
        };
    }
}
