package io.xunshi.platform.identity.usecase;

import io.xunshi.platform.identity.IdentityProblem;
import io.xunshi.platform.identity.domain.Account;
import io.xunshi.platform.identity.domain.Contact;
import io.xunshi.platform.identity.domain.PasswordPolicy;
import io.xunshi.platform.identity.domain.SignInThrottle;
import io.xunshi.platform.identity.storage.AccountRepository;
import io.xunshi.platform.identity.storage.SignInFailureRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Checks a password, slower and slower for who guesses; tells nobody whether there is such an account. */
@Component
public class SignIn {
    private final AccountRepository accounts;
    private final SignInFailureRepository failures;
    private final Passwords passwords;
    private final Clock clock;

    SignIn(AccountRepository accounts, SignInFailureRepository failures, Passwords passwords, Clock clock) {
        this.accounts = accounts;
        this.failures = failures;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Raises {@link IdentityProblem#SIGN_IN_FAILED} or {@link IdentityProblem#SIGN_IN_LOCKED}. */
    public Mono<Account> signIn(Contact contact, String password) {
        if (password.length() > PasswordPolicy.LENGTH_MAX) {
            return Mono.error(IdentityProblem.SIGN_IN_FAILED.raise());
        }
        return failures.lockedUntil(contact, clock.instant())
                .flatMap(until -> Mono.<Account>error(locked(until)))
                .switchIfEmpty(check(contact, password));
    }

    private Mono<Account> check(Contact contact, String password) {
        return accounts.findByContact(contact)
                .flatMap(account -> passwords
                        .matches(password, account.passwordHash())
                        .filter(right -> right)
                        .map(right -> account))
                .switchIfEmpty(Mono.defer(() -> burnTheSameTime(contact, password)))
                .delayUntil(account -> failures.forget(contact))
                .switchIfEmpty(Mono.defer(() -> refuse(contact)));
    }

    private Mono<Account> burnTheSameTime(Contact contact, String password) {
        return accounts.findByContact(contact)
                .hasElement()
                .flatMap(known ->
                        known ? Mono.empty() : passwords.matchesNobody(password).then(Mono.empty()));
    }

    private Mono<Account> refuse(Contact contact) {
        return failures.count(contact, clock.instant())
                .map(SignInThrottle::lockAfter)
                .filter(Duration::isPositive)
                .flatMap(lock -> failures.lock(contact, clock.instant().plus(lock)))
                .then(Mono.error(IdentityProblem.SIGN_IN_FAILED::raise));
    }

    private RuntimeException locked(Instant until) {
        var seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds());
        return IdentityProblem.SIGN_IN_LOCKED.raise(seconds).with("retryAfterSeconds", seconds);
    }
}
