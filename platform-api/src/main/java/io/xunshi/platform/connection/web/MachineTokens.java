package io.xunshi.platform.connection.web;

import io.xunshi.platform.connection.domain.TokenHolder;
import io.xunshi.platform.connection.usecase.RecogniseToken;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.identity.SignedIn;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenIntrospector;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells Spring Security whose an access token is. To handlers a machine is {@link SignedIn} as people are. */
@Component
class MachineTokens implements ReactiveOpaqueTokenIntrospector, ReactiveOpaqueTokenAuthenticationConverter {
    private static final String SIGNED_IN = "signed_in";
    private static final Set<Role> ROLES = Set.of(Role.ORGANISATION_MEMBER);

    private final RecogniseToken recogniseToken;

    MachineTokens(RecogniseToken recogniseToken) {
        this.recogniseToken = recogniseToken;
    }

    @Override
    public Mono<OAuth2AuthenticatedPrincipal> introspect(String token) {
        return recogniseToken
                .holderOf(token)
                .map(MachineTokens::principal)
                .switchIfEmpty(Mono.error(() -> new BadOpaqueTokenException("No token of ours, or not any more")));
    }

    @Override
    public Mono<Authentication> convert(String token, OAuth2AuthenticatedPrincipal principal) {
        SignedIn machine = Objects.requireNonNull(principal.getAttribute(SIGNED_IN));
        return Mono.just(new PreAuthenticatedAuthenticationToken(machine, "", principal.getAuthorities()));
    }

    private static OAuth2AuthenticatedPrincipal principal(TokenHolder holder) {
        var machine = new SignedIn(holder.account(), ROLES);
        var authorities = Stream.concat(
                        ROLES.stream().map(role -> "ROLE_" + role.name()),
                        holder.scopes().stream().map(Scope::authority))
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
        return new DefaultOAuth2AuthenticatedPrincipal(machine.getName(), Map.of(SIGNED_IN, machine), authorities);
    }
}
