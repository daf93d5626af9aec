package io.xunshi.platform.connection.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Describes the form that a token request is: the handler reads it by itself, so nothing else could tell. */
@Component
class TokenOperation implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        return handler.getBeanType().equals(TokenController.class)
                        && handler.getMethod().getName().equals("issue")
                ? operation.requestBody(new RequestBody().required(true).content(form()))
                : operation;
    }

    private static Content form() {
        Schema<?> form = new ObjectSchema();
        form.addProperty("grant_type", new StringSchema()._enum(List.of("client_credentials")));
        form.addProperty("scope", new StringSchema());
        form.addProperty("client_id", new StringSchema().format("uuid"));
        form.addProperty("client_secret", new StringSchema());
        form.setRequired(List.of("grant_type"));
        return new Content()
                .addMediaType(
                        org.springframework.http.MediaType.APPLICATION_FORM_URLENCODED_VALUE,
                        new MediaType().schema(form));
    }
}
