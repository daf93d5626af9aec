package io.xunshi.platform.identity.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.identity.domain.Contact;
import io.xunshi.platform.identity.domain.OpenSession;
import io.xunshi.platform.identity.domain.SecondFactor;
import io.xunshi.platform.identity.usecase.ChangeContact;
import io.xunshi.platform.identity.usecase.FindSessions;
import io.xunshi.platform.identity.usecase.IdentitySettings;
import io.xunshi.platform.identity.usecase.UseSecondFactor;
import io.xunshi.platform.identity.usecase.UseSecondFactor.Enrolment;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** What keeps an account its owner's: open sessions, the second factor, and how the owner is reached. */
@RestController
@RequestMapping("/api/v1/account")
class SecurityController {
    private final FindSessions findSessions;
    private final UseSecondFactor useSecondFactor;
    private final ChangeContact changeContact;
    private final Sessions sessions;
    private final IdentitySettings settings;

    SecurityController(
            FindSessions findSessions,
            UseSecondFactor useSecondFactor,
            ChangeContact changeContact,
            Sessions sessions,
            IdentitySettings settings) {
        this.findSessions = findSessions;
        this.useSecondFactor = useSecondFactor;
        this.changeContact = changeContact;
        this.sessions = sessions;
        this.settings = settings;
    }

    /** Last used first. */
    @GetMapping("/sessions")
    @Access(Caller.SIGNED_IN)
    Mono<OpenSessionsResponse> sessions(@AuthenticationPrincipal SignedIn who, WebSession current) {
        return findSessions
                .of(who.id())
                .map(found -> new OpenSessionsResponse(found.stream()
                        .map(session -> OpenSessionResponse.of(session, current.getId()))
                        .toList()));
    }

    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> endSession(@AuthenticationPrincipal SignedIn who, @PathVariable String id) {
        return findSessions.end(who.id(), id);
    }

    /** All but the one that asks. */
    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> endOtherSessions(@AuthenticationPrincipal SignedIn who, WebSession current) {
        return sessions.endOthers(who.id(), current.getId());
    }

    /** The new contact's code is sent for the purpose CHANGE_CONTACT; the old contact is told. Other sessions end. */
    @PutMapping("/contact")
    @Access(Caller.SIGNED_IN)
    @Limited("passwords")
    Mono<AccountResponse> changeContact(
            @AuthenticationPrincipal SignedIn who,
            @Valid @RequestBody ChangeContactRequest request,
            WebSession current) {
        return sessions.check()
                .then(Mono.defer(() -> changeContact.change(
                        who.id(), request.password(), Contact.parse(request.contact()), request.code())))
                .delayUntil(account -> sessions.endOthers(who.id(), current.getId()))
                .map(AccountResponse::of);
    }

    @GetMapping("/second-factor")
    @Access(Caller.SIGNED_IN)
    Mono<SecondFactorResponse> secondFactor(@AuthenticationPrincipal SignedIn who) {
        return useSecondFactor
                .standing(who.id())
                .map(standing -> SecondFactorResponse.of(
                        standing,
                        SecondFactor.isNeededFor(who.roles()) ? standing.dueAt(settings.secondFactorGrace()) : null));
    }

    /** A secret for an authenticator, as a text and as the text of a QR code; it counts once it is confirmed. */
    @PostMapping("/second-factor")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @Limited("passwords")
    Mono<Enrolment> beginSecondFactor(
            @AuthenticationPrincipal SignedIn who, @Valid @RequestBody SecondFactorRequest request) {
        return useSecondFactor.begin(who.id(), request.password());
    }

    /** The recovery codes are in this answer and in no other. */
    @PostMapping("/second-factor/confirmation")
    @Access(Caller.SIGNED_IN)
    @Limited("passwords")
    Mono<RecoveryCodesResponse> confirmSecondFactor(
            @AuthenticationPrincipal SignedIn who, @Valid @RequestBody SecondFactorCodeRequest request) {
        return useSecondFactor.confirm(who.id(), request.code()).map(RecoveryCodesResponse::new);
    }

    @PostMapping("/second-factor/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    @Limited("passwords")
    Mono<Void> removeSecondFactor(
            @AuthenticationPrincipal SignedIn who, @Valid @RequestBody RemoveSecondFactorRequest request) {
        return useSecondFactor.remove(who.id(), request.password(), request.code());
    }

    record OpenSessionsResponse(List<OpenSessionResponse> items) {}

    /** @param device such as <code>Chrome · Android</code> */
    record OpenSessionResponse(String id, String device, Instant signedInAt, Instant lastSeenAt, boolean current) {
        static OpenSessionResponse of(OpenSession session, String current) {
            return new OpenSessionResponse(
                    session.name(),
                    session.device(),
                    session.signedInAt(),
                    session.lastSeenAt(),
                    session.id().equals(current));
        }
    }

    /** @param dueAt from when on the reader's offices need it; null where they have none */
    record SecondFactorResponse(boolean on, @Nullable Instant dueAt) {
        static SecondFactorResponse of(SecondFactor standing, @Nullable Instant dueAt) {
            return new SecondFactorResponse(standing.isOn(), dueAt);
        }
    }

    record RecoveryCodesResponse(List<String> codes) {}

    record ChangeContactRequest(
            @NotBlank @Size(max = 1000) String password,
            @NotBlank @Size(max = 100) String contact,
            @NotBlank @Size(max = 10) String code) {}

    record SecondFactorRequest(@NotBlank @Size(max = 1000) String password) {}

    record SecondFactorCodeRequest(@NotBlank @Size(max = 40) String code) {}

    record RemoveSecondFactorRequest(
            @NotBlank @Size(max = 1000) String password,
            @NotBlank @Size(max = 40) String code) {}
}
