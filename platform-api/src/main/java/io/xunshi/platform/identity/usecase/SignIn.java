package io.xunshi.platform.identity.usecase;

import io.xunshi.platform.identity.IdentityProblem;
import io.xunshi.platform.identity.domain.Account;
import io.xunshi.platform.identity.domain.Contact;
import io.xunshi.platform.identity.domain.PasswordPolicy;
import io.xunshi.platform.identity.domain.SignInThrottle;
import io.xunshi.platform.identity.storage.AccountRepository;
import io.xunshi.platform.identity.storage.SecondFactorRepository;
import io.xunshi.platform.identity.storage.SignInFailureRepository;
import io.xunshi.platform.kernel.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Checks a password, slower and slower for who guesses; tells nobody whether there is such an account. */
@Component
public class SignIn {
    private final AccountRepository accounts;
    private final SignInFailureRepository failures;
    private final Passwords passwords;
    private final ProveSecondFactor secondFactor;
    private final SecondFactorRepository secondFactors;
    private final IdentitySettings settings;
    private final Clock clock;

    SignIn(
            AccountRepository accounts,
            SignInFailureRepository failures,
            Passwords passwords,
            ProveSecondFactor secondFactor,
            SecondFactorRepository secondFactors,
            IdentitySettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.failures = failures;
        this.passwords = passwords;
        this.secondFactor = secondFactor;
        this.secondFactors = secondFactors;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The account with the roles that it has in the session that begins now. Raises
     * {@link IdentityProblem#SIGN_IN_FAILED}, {@link IdentityProblem#SIGN_IN_LOCKED},
     * {@link IdentityProblem#SECOND_FACTOR_NEEDED} or {@link IdentityProblem#SECOND_FACTOR_WRONG}; a wrong code counts
     * as a wrong password does.
     *
     * @param code of the second factor; null where none was typed
     */
    public Mono<Account> signIn(Contact contact, String password, @Nullable String code) {
        return checkPassword(contact, password)
                .delayUntil(account -> secondFactor
                        .prove(account.id(), code)
                        .onErrorResume(
                                SignIn::isWrongCode, wrong -> count(contact).then(Mono.error(wrong))))
                .delayUntil(account -> failures.forget(contact))
                .flatMap(this::inOffice);
    }

    /** The password alone, of who is signed in; raises what the sign-in raises for a wrong one. */
    Mono<Account> confirmPassword(Contact contact, String password) {
        return checkPassword(contact, password).delayUntil(account -> failures.forget(contact));
    }

    private Mono<Account> checkPassword(Contact contact, String password) {
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
                .switchIfEmpty(Mono.defer(() -> refuse(contact)));
    }

    private Mono<Account> burnTheSameTime(Contact contact, String password) {
        return accounts.findByContact(contact)
                .hasElement()
                .flatMap(known ->
                        known ? Mono.empty() : passwords.matchesNobody(password).then(Mono.empty()));
    }

    private Mono<Account> refuse(Contact contact) {
        return count(contact).then(Mono.error(IdentityProblem.SIGN_IN_FAILED::raise));
    }

    private Mono<Void> count(Contact contact) {
        return failures.count(contact, clock.instant())
                .map(SignInThrottle::lockAfter)
                .filter(Duration::isPositive)
                .flatMap(lock -> failures.lock(contact, clock.instant().plus(lock)));
    }

    private static boolean isWrongCode(Throwable error) {
        return error instanceof ProblemException refusal && refusal.problem() == IdentityProblem.SECOND_FACTOR_WRONG;
    }

    private Mono<Account> inOffice(Account account) {
        return secondFactors
                .standing(account.id())
                .map(standing ->
                        account.with(standing.rolesOf(account.roles(), clock.instant(), settings.secondFactorGrace())));
    }

    private RuntimeException locked(Instant until) {
        var seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds());
        return IdentityProblem.SIGN_IN_LOCKED.raise(seconds).with("retryAfterSeconds", seconds);
    }
}
