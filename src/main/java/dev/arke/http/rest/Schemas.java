package dev.arke.http.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The schemas of records as OpenAPI 3.0 writes them, gathered by name. What is not {@link Optional} is required. */
final class Schemas {
    private final TreeMap<String, ObjectNode> byName = new TreeMap<>();

    /** A reference to a record's schema, or the schema of a simple value. */
    ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            var list = object().put("type", "array");
            list.set("items", of(generic.getActualTypeArguments()[0]));
            return list;
        }
        if (type instanceof Class<?> raw && raw.isRecord()) return reference(raw);
        if (type == String.class) return object().put("type", "string");
        if (type == Boolean.class || type == boolean.class) return object().put("type", "boolean");
        if (type == Integer.class || type == int.class)
            return object().put("type", "integer").put("format", "int32");
        if (type == Long.class || type == long.class)
            return object().put("type", "integer").put("format", "int64");
        if (type == Instant.class) return object().put("type", "string").put("format", "date-time");
        if (type == LocalDate.class) return object().put("type", "string").put("format", "date");
        throw new IllegalArgumentException("no schema for " + type);
    }

    ObjectNode gathered() {
        var all = object();
        byName.forEach(all::set);
        return all;
    }

    private ObjectNode reference(Class<?> type) {
        var name = type.getSimpleName();
        if (!byName.containsKey(name)) {
            var schema = object().put("type", "object");
            byName.put(name, schema);
            var properties = schema.putObject("properties");
            for (var component : type.getRecordComponents())
                properties.set(RestJson.name(component), of(inner(component.getGenericType())));
            var required = Stream.of(type.getRecordComponents())
                    .filter(component -> !RestJson.isOptional(component))
                    .map(RestJson::name)
                    .toList();
            if (!required.isEmpty()) required.forEach(schema.putArray("required")::add);
        }
        return object().put("$ref", "#/components/schemas/" + name);
    }

    private static Type inner(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class
                ? generic.getActualTypeArguments()[0]
                : type;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
