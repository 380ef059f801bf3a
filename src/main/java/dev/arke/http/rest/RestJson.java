package dev.arke.http.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records as JSON and back: names in snake_case, instants as RFC 3339, what is empty left out. */
final class RestJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RestJson() {}

    static JsonNode tree(Object answer) {
        return MAPPER.valueToTree(answer);
    }

    static String name(RecordComponent component) {
        return PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.getName());
    }

    static boolean isOptional(RecordComponent component) {
        return component.getType() == Optional.class;
    }

    /** A body; one that is no such record ends the call. */
    static <T extends Record> T read(String body, Class<T> type) {
        var known = "Send a JSON object with " + fields(type) + ".";
        if (body.isBlank()) return read("{}", type);
        try {
            var read = MAPPER.readValue(body, type);
            if (read == null) throw RestRefusal.unreadable("The body is null.", known);
            for (var component : type.getRecordComponents())
                if (component.getAccessor().invoke(read) == null)
                    throw RestRefusal.unreadable(name(component) + " is missing.", known);
            return read;
        } catch (UnrecognizedPropertyException e) {
            throw RestRefusal.unreadable("There is no field " + e.getPropertyName() + ".", known);
        } catch (JsonMappingException e) {
            throw RestRefusal.unreadable("The body cannot be read at " + where(e) + ".", known);
        } catch (JacksonException e) {
            throw RestRefusal.unreadable("The body is not JSON.", known);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record has its accessors", e);
        }
    }

    private static String where(JsonMappingException e) {
        var path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "its beginning" : path;
    }

    private static String fields(Class<? extends Record> type) {
        return Stream.of(type.getRecordComponents())
                .map(component -> name(component) + (isOptional(component) ? " (may be left out)" : ""))
                .collect(Collectors.joining(", "));
    }
}
