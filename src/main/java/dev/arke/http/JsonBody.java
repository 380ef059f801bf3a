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
import dev.arke.alert.CleanText;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads a body as JSON; whatever is wrong with it becomes one sentence with its place. */
final class JsonBody {
    private static final int DEPTH_LIMIT = 64;
    private static final int NUMBER_LIMIT = 400;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_LIMIT)
                            .maxNumberLength(NUMBER_LIMIT)
                            .build())
                    // Of two values for one name neither can be trusted: the sender is asked.
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
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

    private static final Pattern CODE = Pattern.compile(" \\(code [^)]*\\)");
    private static final Pattern VALUES = Pattern.compile("(?:a valid value )?\\(JSON String.*'false'\\)");

    private JsonBody() {}

    /** {@code take} gets the root and may end the reading with {@link NotReadable}. */
    static Inbound read(byte[] body, Function<JsonValue, Inbound.Parsed> take) {
        try {
            return take.apply(new JsonValue(parse(BodyText.of(body))));
        } catch (NotReadable e) {
            return e.toUnreadable();
        }
    }

    private static JsonNode parse(String text) {
        if (text.isBlank()) throw new NotReadable("it is empty. Send the alerts as JSON", "body");
        if (text.stripLeading().startsWith("<"))
            throw new NotReadable("it is XML or HTML. Send the alerts as JSON", "body");
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new NotReadable(what(e), where(e));
        } catch (NumberFormatException e) {
            throw new NotReadable("a number is too large to be one. Send it as text, in double quotes", "body");
        }
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
        if (message.startsWith("Duplicate"))
            return message.replace("Duplicate field", "the name") + " appears twice. Send it once";
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
