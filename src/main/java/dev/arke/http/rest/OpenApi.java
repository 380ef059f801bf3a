package dev.arke.http.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.responder.ApiScope;
import java.util.List;
import java.util.Locale;

/** The OpenAPI document (3.0.3) of operations. */
final class OpenApi {
    /** How an error looks, of every operation. */
    record Problem(String error, String whatNext) {}

    private static final String JSON = "application/json";

    private final Schemas schemas = new Schemas();

    private OpenApi() {}

    static ObjectNode of(List<Operation> operations, String version) {
        return new OpenApi().document(operations, version);
    }

    private ObjectNode document(List<Operation> operations, String version) {
        var document = JsonNodeFactory.instance.objectNode().put("openapi", "3.0.3");
        document.putObject("info")
                .put("title", "Arke")
                .put("version", version)
                .put(
                        "description",
                        "Who is on call, and incidents. Keys are made by admins in chat: admin key NAME read.");
        document.putArray("servers").addObject().put("url", Operation.BASE);
        var paths = document.putObject("paths");
        for (var operation : operations)
            paths.withObjectProperty(operation.path())
                    .set(operation.method().name().toLowerCase(Locale.ROOT), operation(operation));
        var components = document.putObject("components");
        components.set("schemas", schemas.gathered());
        components
                .putObject("securitySchemes")
                .putObject("key")
                .put("type", "http")
                .put("scheme", "bearer");
        document.putArray("security").addObject().putArray("key");
        return document;
    }

    private ObjectNode operation(Operation operation) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("operationId", operation.id()).put("summary", operation.summary());
        if (operation.scope() != ApiScope.READ)
            node.put(
                    "description",
                    "Takes a key with the scope " + operation.scope().word() + ".");
        var parameters = node.putArray("parameters");
        for (var parameter : operation.parameters()) {
            var one = parameters.addObject();
            one.put("name", parameter.name())
                    .put("in", parameter.inPath() ? "path" : "query")
                    .put("required", parameter.required())
                    .put("description", parameter.description())
                    .set("schema", schemas.of(parameter.type()));
        }
        operation.body().ifPresent(body -> {
            var request = node.putObject("requestBody").put("required", false);
            content(request, JSON, body);
        });
        var responses = node.putObject("responses");
        content(responses.putObject("200").put("description", "Done."), operation.media(), operation.answer());
        content(
                responses.putObject("default").put("description", "What is wrong, and what to do."),
                JSON,
                Problem.class);
        return node;
    }

    private void content(ObjectNode of, String media, Class<?> type) {
        of.putObject("content").putObject(media).set("schema", schemas.of(type));
    }
}
