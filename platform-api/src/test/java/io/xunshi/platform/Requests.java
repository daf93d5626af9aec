package io.xunshi.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Requests as the API's description has them, with something that fits in every field. */
final class Requests {
    private static final String PLACE = "the place";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode description;

    Requests(JsonNode description) {
        this.description = description;
    }

    Stream<String> queryParametersOf(Endpoint endpoint) {
        return elements(operation(endpoint).path("parameters"))
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .map(parameter -> parameter.path("name").asString());
    }

    /** JSON pointers to every part of the body, the whole of it included; none where it is no object. */
    Stream<String> fieldsOf(Endpoint endpoint) {
        return body(endpoint).stream().flatMap(body -> pointers("", body));
    }

    /** A body that fits but for one field, in which the JSON stands as it is written. */
    String bodyOf(Endpoint endpoint, String field, String json) {
        if (field.isEmpty()) {
            return json;
        }
        var body = body(endpoint).orElseThrow();
        var last = field.lastIndexOf('/');
        switch (body.at(field.substring(0, last))) {
            case ObjectNode object -> object.put(field.substring(last + 1), PLACE);
            case ArrayNode array -> array.set(0, JSON.stringNode(PLACE));
            default -> throw new IllegalStateException(field);
        }
        return body.toString().replace('"' + PLACE + '"', json);
    }

    private Optional<JsonNode> body(Endpoint endpoint) {
        var schema = operation(endpoint).at("/requestBody/content/application~1json/schema");
        return Optional.of(schema)
                .filter(found -> found.has("$ref"))
                .map(this::example)
                .filter(JsonNode::isObject);
    }

    private JsonNode operation(Endpoint endpoint) {
        return description
                .path("paths")
                .path(endpoint.path().replace("{*", "{"))
                .path(endpoint.method().name().toLowerCase(Locale.ROOT));
    }

    private JsonNode example(JsonNode schema) {
        if (schema.has("$ref")) {
            return example(description.at(schema.path("$ref").asString().substring(1)));
        }
        if (schema.has("oneOf")) {
            return example(schema.at("/oneOf/0"));
        }
        if (schema.has("enum")) {
            return schema.at("/enum/0");
        }
        return switch (typeOf(schema)) {
            case "object" -> object(schema);
            case "array" -> JSON.arrayNode().add(example(schema.path("items")));
            case "integer", "number" -> JSON.numberNode(1);
            case "boolean" -> JSON.booleanNode(true);
            default ->
                JSON.stringNode(
                        schema.path("format").asString("").equals("uuid")
                                ? "018f0000-0000-7000-8000-000000000000"
                                : "13800000000");
        };
    }

    private ObjectNode object(JsonNode schema) {
        var object = JSON.objectNode();
        schema.path("properties").forEachEntry((name, property) -> object.set(name, example(property)));
        if (schema.path("additionalProperties").isObject()) {
            object.set("material", example(schema.path("additionalProperties")));
        }
        return object;
    }

    private static String typeOf(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.at("/0").asString() : type.asString("string");
    }

    private static Stream<String> pointers(String at, JsonNode node) {
        var below = switch (node) {
            case ObjectNode object ->
                object.properties().stream().flatMap(member -> pointers(at + "/" + member.getKey(), member.getValue()));
            case ArrayNode array -> pointers(at + "/0", array.get(0));
            default -> Stream.<String>empty();
        };
        return Stream.concat(Stream.of(at), below);
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
