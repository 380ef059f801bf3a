package dev.arke.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.arke.alert.Alert;
import dev.arke.alert.CleanText;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads a body as JSON; whatever is wrong with it becomes one sentence with its place. */
final class JsonBody {
    private static final int DEPTH_LIMIT = 64;
    private static final int NUMBER_LIMIT = 400;
    // Of two values for one name neither can be trusted: the sender is told.
    private static final JsonMapper STRICT = mapper(true);
    private static final JsonMapper LAST_OF_A_NAME = mapper(false);

    private static JsonMapper mapper(boolean strict) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(DEPTH_LIMIT)
                                .maxNumberLength(NUMBER_LIMIT)
                                .build())
                        .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, strict)
                        // Python's json writes NaN and Infinity.
                        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                        // Shell scripts paste logs into a string as they are.
                        .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                // Numbers stay as they were written: 0.10 is not 0.1 on somebody's dashboard.
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    private static final Pattern CODE = Pattern.compile(" \\(code [^)]*\\)");
    private static final Pattern VALUES = Pattern.compile("(?:a valid value )?\\(JSON String.*'false'\\)");

    /** The alerts of a body, and how many the monitor says it left out. */
    record Taken(List<Alert> alerts, int truncated) {}

    private JsonBody() {}

    /** {@code take} gets the root and may end the reading with {@link NotReadable}. */
    static Inbound read(byte[] body, Function<JsonValue, Taken> take) {
        var warnings = new Warnings();
        try {
            var taken = take.apply(new JsonValue(parse(BodyText.of(body), warnings), warnings));
            return new Inbound.Parsed(
                    taken.alerts(), taken.truncated(), warnings.words(), warnings.wrongType(), warnings.lost());
        } catch (NotReadable e) {
            return e.toUnreadable();
        }
    }

    private static JsonNode parse(String text, Warnings warnings) {
        if (text.isBlank()) throw new NotReadable("it is empty. Send the alerts as JSON", "body");
        if (text.stripLeading().startsWith("<"))
            throw new NotReadable("it is XML or HTML. Send the alerts as JSON", "body");
        return parse(text, STRICT, warnings);
    }

    private static JsonNode parse(String text, JsonMapper mapper, Warnings warnings) {
        try {
            return mapper.readTree(text);
        } catch (JacksonException e) {
            if (isDuplicate(e)) return parseDuplicates(text, e, warnings);
            throw new NotReadable(what(e), where(e));
        } catch (NumberFormatException e) {
            throw new NotReadable("a number is too large to be one. Send it as text, in double quotes", "body");
        }
    }

    /** A name that stands twice is no reason to refuse the alert; the rest of the body may still be no JSON. */
    private static JsonNode parseDuplicates(String text, JacksonException first, Warnings warnings) {
        var name = String.valueOf(first.getOriginalMessage()).replace("Duplicate field", "the name");
        warnings.add(where(first), name + " appears twice; the last one was taken");
        return parse(text, LAST_OF_A_NAME, warnings);
    }

    private static boolean isDuplicate(JacksonException e) {
        return String.valueOf(e.getOriginalMessage()).startsWith("Duplicate");
    }

    private static String what(JacksonException e) {
        var message = String.valueOf(e.getOriginalMessage());
        if (e instanceof JsonEOFException)
            return "the JSON ends before everything in it is closed. Send the whole body";
        if (e instanceof StreamConstraintsException && message.contains("nesting")) {
            return "the JSON is nested deeper than " + DEPTH_LIMIT + " levels. Send it flatter";
        }
        if (e instanceof StreamConstraintsException && message.contains("Number")) {
            return "a number has more than " + NUMBER_LIMIT + " digits. Send it as text, in double quotes";
        }
        if (message.startsWith("Trailing token"))
            return "something follows the JSON. Put several alerts into one array: [{…}, {…}]";
        return "this is not JSON: " + plain(message) + ". Check quotes, commas and escapes there";
    }

    /** The parser's own words, less those for programmers. */
    private static String plain(String message) {
        var line = CODE.matcher(message.lines().findFirst().orElse("")).replaceAll("");
        return CleanText.cut(
                VALUES.matcher(line).replaceAll("text in double quotes, a number, an object or an array"), 300);
    }

    private static String where(JacksonException e) {
        var at = e.getLocation();
        return at == null ? "body" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
