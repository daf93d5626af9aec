package io.xunshi.platform.identity.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.identity.domain.Contact;
import io.xunshi.platform.identity.usecase.FindOwnAccount;
import io.xunshi.platform.identity.usecase.SignIn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The caller's own session. Reading it also hands out the CSRF cookie. */
@RestController
@RequestMapping("/api/v1/session")
class SessionController {
    private final SignIn signIn;
    private final FindOwnAccount findOwnAccount;
    private final Sessions sessions;

    SessionController(SignIn signIn, FindOwnAccount findOwnAccount, Sessions sessions) {
        this.signIn = signIn;
        this.findOwnAccount = findOwnAccount;
        this.sessions = sessions;
    }

    @GetMapping
    @Access(Caller.PUBLIC)
    Mono<SessionResponse> read(ServerWebExchange exchange) {
        return sessions.current(exchange)
                .flatMap(who -> findOwnAccount.find(who.id()))
                .map(AccountResponse::of)
                .map(SessionResponse::new)
                .defaultIfEmpty(new SessionResponse(null));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.PUBLIC)
    @Limited("passwords")
    Mono<AccountResponse> signIn(@Valid @RequestBody SignInRequest request, ServerWebExchange exchange) {
        return sessions.check()
                .then(Mono.defer(
                        () -> signIn.signIn(Contact.parse(request.contact()), request.password(), request.code())))
                .delayUntil(account -> sessions.begin(exchange, account))
                .map(AccountResponse::of);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.PUBLIC)
    Mono<Void> signOut(ServerWebExchange exchange) {
        return sessions.end(exchange);
    }

    /** @param account null where nobody is signed in */
    record SessionResponse(@Nullable AccountResponse account) {}

    /** @param code of the second factor, where the account has one: six digits, or a recovery code */
    record SignInRequest(
            @NotBlank @Size(max = 100) String contact,
            @NotBlank @Size(max = 1000) String password,
            @Nullable @Size(max = 40) String code) {}
}
