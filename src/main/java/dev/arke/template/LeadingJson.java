package dev.arke.template;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A body of JSON as maps and lists, or as much of it as is there: of long ones only the beginning is kept. Pure. */
final class LeadingJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser parser;

    private LeadingJson(JsonParser parser) {
        this.parser = parser;
    }

    /** The fields of an object; none where it is something else. */
    static Map<String, Object> fields(String text) {
        var fields = new LinkedHashMap<String, Object>();
        try (var parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) new LeadingJson(parser).fill(fields);
        } catch (IOException e) {
            // What came before the break counts.
        }
        return fields;
    }

    private void fill(Map<String, Object> fields) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            read(parser.nextToken(), value -> fields.put(name, value));
        }
    }

    private void fill(List<Object> items) throws IOException {
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken())
            read(token, items::add);
    }

    /** What is begun is there already when the rest of it is missing. */
    private void read(JsonToken token, Consumer<Object> to) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            var fields = new LinkedHashMap<String, Object>();
            to.accept(fields);
            fill(fields);
        } else if (token == JsonToken.START_ARRAY) {
            var items = new ArrayList<Object>();
            to.accept(items);
            fill(items);
        } else if (token.isNumeric()) to.accept(parser.getNumberValue());
        else if (token.isBoolean()) to.accept(parser.getBooleanValue());
        else if (token == JsonToken.VALUE_STRING) to.accept(parser.getText());
    }
}
