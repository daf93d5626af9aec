package io.xunshi.platform.identity.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.IdentityEvents.PasswordChanged;
import io.xunshi.platform.identity.IdentityProblem;
import io.xunshi.platform.identity.domain.CodePurpose;
import io.xunshi.platform.identity.domain.Contact;
import io.xunshi.platform.identity.domain.PasswordPolicy;
import io.xunshi.platform.identity.storage.AccountRepository;
import io.xunshi.platform.identity.storage.CodeRepository;
import io.xunshi.platform.identity.storage.SignInFailureRepository;
import io.xunshi.platform.kernel.IdGenerator;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Gives an account a new password, to who knows the old one or reads the code. */
@Component
public class ChangePassword {
    private final AccountRepository accounts;
    private final CodeRepository codes;
    private final SignInFailureRepository failures;
    private final Passwords passwords;
    private final EventPublisher events;
    private final TransactionalOperator transaction;
    private final IdentitySettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    ChangePassword(
            AccountRepository accounts,
            CodeRepository codes,
            SignInFailureRepository failures,
            Passwords passwords,
            EventPublisher events,
            TransactionalOperator transaction,
            IdentitySettings settings,
            IdGenerator ids,
            Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.failures = failures;
        this.passwords = passwords;
        this.events = events;
        this.transaction = transaction;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Raises {@link IdentityProblem#PASSWORD_WRONG}. */
    public Mono<Void> change(AccountId id, String current, String wanted) {
        PasswordPolicy.check(wanted);
        return accounts.find(id)
                .filterWhen(account -> passwords.matches(current, account.passwordHash()))
                .switchIfEmpty(Mono.error(IdentityProblem.PASSWORD_WRONG::raise))
                .then(passwords.hash(wanted))
                .flatMap(hash -> replace(id, hash));
    }

    /** The account whose password was reset; raises {@link IdentityProblem#CODE_NOT_VALID}. */
    public Mono<AccountId> reset(Contact contact, String code, String wanted) {
        PasswordPolicy.check(wanted);
        return codes.use(contact, CodePurpose.RESET_PASSWORD, code, clock.instant(), settings.codeValidity())
                .filter(right -> right)
                .flatMap(right -> accounts.findByContact(contact))
                .switchIfEmpty(Mono.error(IdentityProblem.CODE_NOT_VALID::raise))
                .delayUntil(account -> passwords.hash(wanted).flatMap(hash -> replace(account.id(), hash)))
                .delayUntil(account -> failures.forget(contact))
                .map(account -> account.id());
    }

    private Mono<Void> replace(AccountId id, String hash) {
        return accounts.changePassword(id, hash)
                .then(events.publish(new PasswordChanged(ids.next(), clock.instant(), id.value())))
                .as(transaction::transactional);
    }
}
