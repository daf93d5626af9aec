package io.xunshi.platform.identity.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.identity.usecase.ChangePassword;
import io.xunshi.platform.identity.usecase.GrantRoles;
import io.xunshi.platform.identity.usecase.RenameAccount;
import io.xunshi.platform.identity.usecase.VerifyRealName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** Changes to an account. */
@RestController
@RequestMapping("/api/v1")
class AccountController {
    private final ChangePassword changePassword;
    private final RenameAccount renameAccount;
    private final VerifyRealName verifyRealName;
    private final GrantRoles grantRoles;
    private final Sessions sessions;

    AccountController(
            ChangePassword changePassword,
            RenameAccount renameAccount,
            VerifyRealName verifyRealName,
            GrantRoles grantRoles,
            Sessions sessions) {
        this.changePassword = changePassword;
        this.renameAccount = renameAccount;
        this.verifyRealName = verifyRealName;
        this.grantRoles = grantRoles;
        this.sessions = sessions;
    }

    /** Ends all other sessions: whoever sits in one of them may be why the password is changed. */
    @PutMapping("/account/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> changePassword(
            @AuthenticationPrincipal SignedIn who,
            @Valid @RequestBody ChangePasswordRequest request,
            WebSession session) {
        return sessions.check()
                .then(Mono.defer(
                        () -> changePassword.change(who.id(), request.currentPassword(), request.newPassword())))
                .then(sessions.endOthers(who.id(), session.getId()));
    }

    /** Others see it from now on, also where they saw the old one. */
    @PutMapping("/account/display-name")
    @Access(Caller.SIGNED_IN)
    Mono<AccountResponse> rename(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody RenameRequest request) {
        return renameAccount.rename(who.id(), request.displayName()).map(AccountResponse::of);
    }

    @PostMapping("/account/real-name-verifications")
    @Access(Caller.SIGNED_IN)
    Mono<AccountResponse> verifyRealName(
            @AuthenticationPrincipal SignedIn who, @Valid @RequestBody VerifyRealNameRequest request) {
        return verifyRealName
                .verify(who.id(), request.name(), request.idNumber())
                .map(AccountResponse::of);
    }

    /** The account has to sign in again: its sessions still carry the old roles. */
    @PutMapping("/accounts/{id}/roles")
    @Access(Caller.ADMINISTRATOR)
    Mono<AccountResponse> grantRoles(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody GrantRolesRequest request) {
        return sessions.check()
                .then(Mono.defer(() -> grantRoles.grant(who.id(), new AccountId(id), request.roles())))
                .delayUntil(account -> sessions.endAll(account.id()))
                .map(AccountResponse::of);
    }

    record ChangePasswordRequest(
            @NotBlank @Size(max = 1000) String currentPassword,
            @NotBlank @Size(max = 1000) String newPassword) {}

    record RenameRequest(@NotBlank @Size(max = 100) String displayName) {}

    record VerifyRealNameRequest(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String idNumber) {}

    record GrantRolesRequest(@NotEmpty Set<Role> roles) {}
}
