package io.xunshi.platform.http.web;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Lets a caller leave out what may be null: in the schemas of request bodies, what is nullable is not required. */
@Component
class RequestSchemas implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI description) {
        var schemas = description.getComponents().getSchemas();
        description.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .flatMap(body -> body.getContent().values().stream())
                .map(content -> content.getSchema().get$ref())
                .filter(Objects::nonNull)
                .map(reference -> schemas.get(reference.substring(reference.lastIndexOf('/') + 1)))
                .filter(Objects::nonNull)
                .forEach(RequestSchemas::requireOnlyWhatIsNeverNull);
    }

    @SuppressWarnings("rawtypes") // as swagger-models declares its maps
    private static void requireOnlyWhatIsNeverNull(Schema<?> schema) {
        Map<String, Schema> properties = schema.getProperties();
        if (schema.getRequired() != null && properties != null) {
            schema.setRequired(schema.getRequired().stream()
                    .filter(name -> !allowsNull(requireNonNull(properties.get(name))))
                    .toList());
        }
    }

    private static boolean allowsNull(Schema<?> schema) {
        return schema.getTypes() != null && schema.getTypes().contains("null")
                || schema.getOneOf() != null && schema.getOneOf().stream().anyMatch(RequestSchemas::allowsNull);
    }
}
