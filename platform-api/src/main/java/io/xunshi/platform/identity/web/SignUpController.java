package io.xunshi.platform.identity.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.domain.Account;
import io.xunshi.platform.identity.domain.CodePurpose;
import io.xunshi.platform.identity.domain.Contact;
import io.xunshi.platform.identity.usecase.ChangePassword;
import io.xunshi.platform.identity.usecase.OpenAccount;
import io.xunshi.platform.identity.usecase.SendCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The way in for who has no session: codes, new accounts, forgotten passwords. */
@RestController
@RequestMapping("/api/v1")
class SignUpController {
    private final SendCode sendCode;
    private final OpenAccount openAccount;
    private final ChangePassword changePassword;
    private final Sessions sessions;

    SignUpController(SendCode sendCode, OpenAccount openAccount, ChangePassword changePassword, Sessions sessions) {
        this.sendCode = sendCode;
        this.openAccount = openAccount;
        this.changePassword = changePassword;
        this.sessions = sessions;
    }

    @PostMapping("/codes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.PUBLIC)
    @Limited("codes")
    Mono<Void> sendCode(@Valid @RequestBody SendCodeRequest request) {
        return sendCode.send(Contact.parse(request.contact()), request.purpose());
    }

    @PostMapping("/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.PUBLIC)
    @Limited("passwords")
    Mono<AccountResponse> openAccount(@Valid @RequestBody OpenAccountRequest request, ServerWebExchange exchange) {
        return sessions.check()
                .then(Mono.defer(() -> open(request)))
                .delayUntil(account -> sessions.begin(exchange, account))
                .map(AccountResponse::of);
    }

    @PostMapping("/password-resets")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.PUBLIC)
    @Limited("passwords")
    Mono<Void> resetPassword(@Valid @RequestBody ResetPasswordRequest request) {
        return sessions.check().then(Mono.defer(() -> reset(request))).flatMap(sessions::endAll);
    }

    private Mono<Account> open(OpenAccountRequest request) {
        return openAccount.open(
                Contact.parse(request.contact()), request.code(), request.password(), request.displayName());
    }

    private Mono<AccountId> reset(ResetPasswordRequest request) {
        return changePassword.reset(Contact.parse(request.contact()), request.code(), request.newPassword());
    }

    record SendCodeRequest(
            @NotBlank @Size(max = 100) String contact,
            @NotNull CodePurpose purpose) {}

    record OpenAccountRequest(
            @NotBlank @Size(max = 100) String contact,
            @NotBlank @Size(max = 10) String code,
            @NotBlank @Size(max = 1000) String password,
            @NotBlank @Size(max = 100) String displayName) {}

    record ResetPasswordRequest(
            @NotBlank @Size(max = 100) String contact,
            @NotBlank @Size(max = 10) String code,
            @NotBlank @Size(max = 1000) String newPassword) {}
}
