package io.xunshi.platform.connection.web;

import io.xunshi.platform.http.Scope;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A request for an access token as a client wrote it.
 *
 * @param scopes what is asked for; null for all that the client has
 */
record TokenRequest(UUID client, String secret, @Nullable Set<String> scopes, boolean byBasic) {
    private static final String BASIC = "basic ";

    /**
     * @param form the body's parameters
     * @param authorization the header, null where there is none
     * @throws OAuthRefusal as RFC 6749, section 5.2 names them
     */
    static TokenRequest of(MultiValueMap<String, String> form, @Nullable String authorization) {
        var byBasic = authorization != null;
        if (form.values().stream().anyMatch(values -> values.size() > 1)) {
            throw new OAuthRefusal("invalid_request", "A parameter stands there twice.", byBasic);
        }
        if (byBasic && (form.containsKey("client_id") || form.containsKey("client_secret"))) {
            throw new OAuthRefusal("invalid_request", "Send the secret in one way, header or body.", true);
        }
        var grant = form.getFirst("grant_type");
        if (grant == null) {
            throw new OAuthRefusal(
                    "invalid_request",
                    "grant_type is missing from a body of application/x-www-form-urlencoded.",
                    byBasic);
        }
        if (!grant.equals("client_credentials")) {
            throw new OAuthRefusal("unsupported_grant_type", "There is client_credentials and nothing else.", byBasic);
        }
        var words = form.getFirst("scope");
        var scopes = words == null || words.isBlank()
                ? null
                : Arrays.stream(words.strip().split(" +")).collect(Collectors.toSet());
        var credentials = authorization == null
                ? new String[] {form.getFirst("client_id"), form.getFirst("client_secret")}
                : basic(authorization);
        return new TokenRequest(idIn(credentials, byBasic), secretIn(credentials, byBasic), scopes, byBasic);
    }

    /** What is asked for, and the client has; none for a word that it does not. */
    Set<Scope> granted(Set<Scope> own) {
        if (scopes == null) {
            return own;
        }
        var wanted = scopes.stream()
                .flatMap(word -> Scope.of(word).filter(own::contains).stream())
                .collect(Collectors.toSet());
        return wanted.size() == scopes.size() ? wanted : Set.of();
    }

    OAuthRefusal unknownClient() {
        return OAuthRefusal.unknownClient(byBasic);
    }

    private static UUID idIn(@Nullable String[] credentials, boolean byBasic) {
        try {
            var id = credentials[0];
            if (id == null) {
                throw OAuthRefusal.unknownClient(byBasic);
            }
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw OAuthRefusal.unknownClient(byBasic);
        }
    }

    private static String secretIn(@Nullable String[] credentials, boolean byBasic) {
        var secret = credentials[1];
        if (secret == null) {
            throw OAuthRefusal.unknownClient(byBasic);
        }
        return secret;
    }

    /** Both are form-encoded inside (section 2.3.1). */
    private static @Nullable String[] basic(String authorization) {
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            throw OAuthRefusal.unknownClient(true);
        }
        try {
            var plain = new String(
                    Base64.getDecoder()
                            .decode(authorization.substring(BASIC.length()).strip()),
                    StandardCharsets.UTF_8);
            var colon = plain.indexOf(':');
            return colon < 0
                    ? new String[] {null, null}
                    : new String[] {decoded(plain.substring(0, colon)), decoded(plain.substring(colon + 1))};
        } catch (IllegalArgumentException e) {
            throw OAuthRefusal.unknownClient(true);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "TokenRequest[client=" + client + "]";
    }
}
