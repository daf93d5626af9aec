package io.xunshi.platform.http.web;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.security.SecurityScheme.In;
import io.swagger.v3.oas.models.security.SecurityScheme.Type;
import io.swagger.v3.oas.models.servers.Server;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.http.Scope;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.WebSession;

/** The API's description at <code>/v3/api-docs</code>, generated from the handlers. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String SESSION = "session";
    private static final String MACHINE = "machine";
    private static final String REFUSAL = "Refusal";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(WebSession.class);
    }

    @Bean
    ModelResolver schemas(ObjectMapperProvider mappers) {
        return new RecordSchemas(mappers.jsonMapper());
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Xunshi 循市")
                        .version("v1")
                        .description("A market for second-hand goods. Money is in fen of its currency, time in UTC.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                SESSION,
                                new SecurityScheme()
                                        .type(Type.APIKEY)
                                        .in(In.COOKIE)
                                        .name("SESSION")
                                        .description("From POST /api/v1/session. A request that changes something also "
                                                + "repeats the cookie XSRF-TOKEN in the header X-XSRF-TOKEN."))
                        .addSecuritySchemes(
                                MACHINE,
                                new SecurityScheme()
                                        .type(Type.OAUTH2)
                                        .flows(new OAuthFlows()
                                                .clientCredentials(new OAuthFlow()
                                                        .tokenUrl("/oauth2/token")
                                                        .scopes(scopes())))
                                        .description("For programs of organisations.")));
    }

    private static Scopes scopes() {
        var scopes = new Scopes();
        scopes.addString(Scope.TRADER.word(), "Offers, bids, negotiations, deliveries.");
        scopes.addString(Scope.WEIGHER.word(), "Weighs.");
        scopes.addString(Scope.FINANCE.word(), "Pays, and has money paid out.");
        scopes.addString(Scope.SIGNER.word(), "Puts the organisation's name under contracts.");
        return scopes;
    }

    /** Names the handler and who may call it, and the header that it demands beyond its own parameters. */
    @Bean
    GlobalOperationCustomizer operations() {
        return (operation, handler) -> {
            operation.operationId(handler.getBeanType().getSimpleName().replace("Controller", "")
                    + "."
                    + handler.getMethod().getName());
            operation.setTags(List.of(moduleOf(handler.getBeanType())));
            var access = handler.getMethodAnnotation(Access.class);
            if (access != null) {
                var callers = List.of(access.value());
                operation.description(
                        "For " + callers.stream().map(Caller::name).collect(Collectors.joining(", ")) + ".");
                if (!callers.contains(Caller.PUBLIC)) {
                    operation.addSecurityItem(new SecurityRequirement().addList(SESSION));
                }
            }
            var machines = handler.getMethodAnnotation(ForMachines.class);
            if (machines != null) {
                // Any one of them suffices, which several in one requirement would not say.
                Stream.of(machines.value())
                        .forEach(scope ->
                                operation.addSecurityItem(new SecurityRequirement().addList(MACHINE, scope.word())));
            }
            if (handler.hasMethodAnnotation(RequireIdempotencyKey.class)) {
                operation.addParametersItem(new Parameter()
                        .in("header")
                        .name("Idempotency-Key")
                        .required(true)
                        .schema(new StringSchema().maxLength(255)));
            }
            return operation;
        };
    }

    /** Every refusal looks alike, so it is described once. */
    @Bean
    GlobalOpenApiCustomizer refusals() {
        return description -> {
            var problem = ModelConverters.getInstance(true)
                    .resolveAsResolvedSchema(new AnnotatedType(ProblemDocument.class).resolveAsRef(true));
            problem.referencedSchemas.forEach(description.getComponents()::addSchemas);
            Schema<?> document = requireNonNull(problem.referencedSchemas.get("ProblemDocument"));
            document.getProperties().remove("extensions");
            document.setAdditionalProperties(true);
            document.setRequired(List.of("code", "detail", "instance", "requestId", "status", "title", "type"));
            description
                    .getComponents()
                    .addResponses(
                            REFUSAL,
                            new ApiResponse()
                                    .description("A refusal (RFC 9457); its code is one of the problem map.")
                                    .content(new Content()
                                            .addMediaType(
                                                    "application/problem+json",
                                                    new MediaType().schema(problem.schema))));
            description.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation ->
                            operation.getResponses().addApiResponse("default", new ApiResponse().$ref(REFUSAL)));
        };
    }

    private static String moduleOf(Class<?> controller) {
        String name = controller.getPackageName().replaceFirst("\\.web$", "");
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
