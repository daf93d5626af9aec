package io.xunshi.platform.connection.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.xunshi.platform.connection.domain.MachineClient;
import io.xunshi.platform.connection.usecase.IssueToken;
import io.xunshi.platform.connection.usecase.IssueToken.IssuedToken;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.HttpSettings;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Access tokens for machine clients: client credentials of RFC 6749, section 4.4, told of by RFC 8414. Its words are
 * OAuth's, so that any OAuth library can be used.
 */
@RestController
class TokenController {
    private static final String TOKEN_PATH = "/oauth2/token";

    private final IssueToken issueToken;
    private final HttpSettings settings;

    TokenController(IssueToken issueToken, HttpSettings settings) {
        this.issueToken = issueToken;
        this.settings = settings;
    }

    @PostMapping(TOKEN_PATH)
    @Access(Caller.PUBLIC)
    @Limited("tokens")
    Mono<ResponseEntity<TokenResponse>> issue(ServerWebExchange exchange) {
        var authorization = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return exchange.getFormData()
                .map(form -> TokenRequest.of(form, authorization))
                .flatMap(request -> issueToken
                        .identify(request.client(), request.secret())
                        .switchIfEmpty(Mono.error(request::unknownClient))
                        .flatMap(client -> issue(client, request)))
                .map(token -> unkept(ResponseEntity.ok()).body(TokenResponse.of(token)));
    }

    private Mono<IssuedToken> issue(MachineClient client, TokenRequest request) {
        var scopes = request.granted(client.scopes());
        return scopes.isEmpty()
                ? Mono.error(new OAuthRefusal(
                        "invalid_scope", "The client has " + words(client.scopes()) + ".", request.byBasic()))
                : issueToken.issue(client, request.secret(), scopes).switchIfEmpty(Mono.error(request::unknownClient));
    }

    @GetMapping("/.well-known/oauth-authorization-server")
    @Access(Caller.PUBLIC)
    MetadataResponse metadata() {
        var site = settings.publicUrl().toString().replaceFirst("/$", "");
        return new MetadataResponse(
                site,
                site + TOKEN_PATH,
                List.of("client_credentials"),
                List.of("client_secret_basic", "client_secret_post"),
                Arrays.stream(Scope.values()).map(Scope::word).toList(),
                List.of(),
                site + "/v3/api-docs");
    }

    @ExceptionHandler
    ResponseEntity<OAuthErrorResponse> refuse(OAuthRefusal refusal) {
        var answer = unkept(
                ResponseEntity.status(refusal.isUnknownClient() ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST));
        if (refusal.isUnknownClient() && refusal.byBasic()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"xunshi\"");
        }
        return answer.body(new OAuthErrorResponse(refusal.error(), Objects.requireNonNull(refusal.getMessage())));
    }

    private static ResponseEntity.BodyBuilder unkept(ResponseEntity.BodyBuilder answer) {
        return answer.cacheControl(CacheControl.noStore()).header(HttpHeaders.PRAGMA, "no-cache");
    }

    private static String words(Set<Scope> scopes) {
        return scopes.stream().map(Scope::word).sorted().collect(Collectors.joining(" "));
    }

    record TokenResponse(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn,
            String scope) {
        static TokenResponse of(IssuedToken issued) {
            return new TokenResponse(issued.token(), "Bearer", issued.validity().toSeconds(), words(issued.scopes()));
        }
    }

    record OAuthErrorResponse(
            String error, @JsonProperty("error_description") String errorDescription) {}

    record MetadataResponse(
            String issuer,
            @JsonProperty("token_endpoint") String tokenEndpoint,
            @JsonProperty("grant_types_supported") List<String> grantTypesSupported,

            @JsonProperty("token_endpoint_auth_methods_supported")
            List<String> tokenEndpointAuthMethodsSupported,

            @JsonProperty("scopes_supported") List<String> scopesSupported,
            @JsonProperty("response_types_supported") List<String> responseTypesSupported,
            @JsonProperty("service_documentation") String serviceDocumentation) {}
}
