package dev.arke.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arke.card.Button;
import dev.arke.chat.ChatContext.Bot;
import dev.arke.chat.ChatContext.OpenIncident;
import dev.arke.chat.ChatContext.Place;
import dev.arke.responder.ContactKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandVectorsTest {
    /** Rows of verbs that do not exist yet. Whoever builds one of them takes its rows from here. */
    private static final Map<String, Set<String>> LATER = Map.of();

    /** The list of beginnings holds a verb that does not exist yet. */
    private static final Map<String, String> LINE_LATER = Map.of();

    private static final CommandParser PARSER = new CommandParser();

    static Stream<Row> rows() {
        try (var stream = CommandVectorsTest.class.getResourceAsStream("/vectors/commands.json")) {
            var cases = new ObjectMapper().readTree(stream).get("cases");
            return StreamSupport.stream(cases.spliterator(), false).map(Row::new);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One case of the file; shown by its id and title. */
    record Row(JsonNode node) {
        String id() {
            return node.get("id").asText();
        }

        JsonNode given() {
            return node.get("given");
        }

        JsonNode then() {
            return node.get("then");
        }

        Optional<String> verbOfLater() {
            return LATER.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(id()))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        @Override
        public String toString() {
            return id() + " " + node.get("title").asText();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void linesMeanWhatTheVectorsSay(Row row) {
        var parsed = PARSER.parse(row.given().get("line").asText(), context(row.given()));

        if (row.verbOfLater().isPresent())
            assertNoKnownCommand(row, row.verbOfLater().get(), parsed);
        else
            switch (row.then().get("outcome").asText()) {
                case "command" -> assertThat(VectorForm.of(parsed)).isEqualTo(withoutOutcome(row.then()));
                case "form" ->
                    assertThat(parsed)
                            .isInstanceOfSatisfying(
                                    Parsed.FormWanted.class,
                                    form -> assertThat(form.verb().canonical())
                                            .isEqualTo(row.then().get("verb").asText()));
                case "did_you_mean" ->
                    assertThat(parsed)
                            .isInstanceOfSatisfying(
                                    Parsed.DidYouMean.class,
                                    guess -> assertThat(guess.lines())
                                            .containsExactlyInAnyOrderElementsOf(expectedLines(row)));
                case "error" ->
                    assertThat(parsed)
                            .isInstanceOfSatisfying(Parsed.Misunderstood.class, error -> assertError(row, error));
                default -> throw new AssertionError("unknown outcome in " + row);
            }
    }

    @Test
    void everyRowKeptForLaterIsInTheFile() {
        var ids = rows().map(Row::id).toList();

        assertThat(LATER.values()).allSatisfy(rows -> assertThat(ids).containsAll(rows));
        assertThat(ids).containsAll(LINE_LATER.keySet());
    }

    private static void assertNoKnownCommand(Row row, String verb, Parsed parsed) {
        assertThat(row.given().get("line").asText()).startsWith("/oncall " + verb);
        assertThat(Verb.find(verb)).as("now that it exists, its rows must run").isEmpty();
        switch (parsed) {
            case Parsed.Misunderstood misunderstood ->
                assertThat(misunderstood.what()).isEqualTo(verb + " is no command");
            case Parsed.DidYouMean guess -> throw new AssertionError(guess);
            case Parsed.Understood understood -> throw new AssertionError(understood);
            case Parsed.FormWanted form -> throw new AssertionError(form);
        }
    }

    private static void assertError(Row row, Parsed.Misunderstood error) {
        var then = row.then();
        assertThat(error.what()).containsIgnoringCase(then.get("what").asText());
        if (row.given().has("open_incidents_here"))
            assertThat(error.buttons()).extracting(Button::line).containsExactly("ack 1042", "ack 1043");
        else assertThat(error.say()).isEqualTo(then.get("say").asText());
    }

    private static List<String> expectedLines(Row row) {
        var lines = new ArrayList<String>();
        row.then().get("run").forEach(line -> lines.add(line.asText()));
        var later = LINE_LATER.get(row.id());
        if (later != null) {
            assertThat(Verb.find(later.replaceFirst(" .*", ""))).isEmpty();
            assertThat(lines.remove(later)).isTrue();
        }
        return lines;
    }

    private static Map<String, Object> withoutOutcome(JsonNode then) {
        var map = new HashMap<String, Object>(VectorForm.plain(then));
        map.remove("outcome");
        return map;
    }

    private static ChatContext context(JsonNode given) {
        var platform = ContactKind.parse(given.path("platform").asText("slack")).orElseThrow();
        var bot = given.path("bot").asText("U0ARKE");
        var open = new ArrayList<OpenIncident>();
        given.path("open_incidents_here").forEach(number -> open.add(new OpenIncident(number.asLong(), "It broke")));
        var thread = given.has("thread_of") ? Optional.of(given.get("thread_of").asLong()) : Optional.<Long>empty();
        var mentions = new HashMap<String, String>();
        given.path("mentions")
                .properties()
                .forEach(entry -> mentions.put(entry.getKey(), entry.getValue().asText()));
        return ChatContext.of(
                        platform,
                        new Bot(bot, bot, Bot.DEFAULT_ROOT),
                        ZoneId.of(given.path("zone").asText("UTC")),
                        Instant.parse(given.path("now").asText("2027-03-01T10:00:00Z")))
                .in(new Place(open, thread))
                .mentioning(mentions);
    }
}
