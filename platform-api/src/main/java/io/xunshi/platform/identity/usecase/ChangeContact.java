package io.xunshi.platform.identity.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.IdentityEvents.ContactChanged;
import io.xunshi.platform.identity.IdentityProblem;
import io.xunshi.platform.identity.PasswordCheck;
import io.xunshi.platform.identity.domain.Account;
import io.xunshi.platform.identity.domain.CodePurpose;
import io.xunshi.platform.identity.domain.Contact;
import io.xunshi.platform.identity.storage.AccountRepository;
import io.xunshi.platform.identity.storage.CodeRepository;
import io.xunshi.platform.identity.usecase.Notices.Notice;
import io.xunshi.platform.kernel.IdGenerator;
import java.time.Clock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Gives an account another phone number or e-mail address. The old one is told before anything is changed, and nothing
 * is changed where it cannot be told: whoever took the account over could otherwise lock its owner out in silence.
 */
@Component
public class ChangeContact {
    private final AccountRepository accounts;
    private final CodeRepository codes;
    private final PasswordCheck passwordCheck;
    private final Notices notices;
    private final EventPublisher events;
    private final TransactionalOperator transaction;
    private final IdentitySettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    ChangeContact(
            AccountRepository accounts,
            CodeRepository codes,
            PasswordCheck passwordCheck,
            Notices notices,
            EventPublisher events,
            TransactionalOperator transaction,
            IdentitySettings settings,
            IdGenerator ids,
            Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.passwordCheck = passwordCheck;
        this.notices = notices;
        this.events = events;
        this.transaction = transaction;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Raises {@link IdentityProblem#CODE_NOT_VALID}, {@link IdentityProblem#CONTACT_TAKEN} or
     * {@link IdentityProblem#NOTICES_UNAVAILABLE}, and what {@link PasswordCheck} raises.
     */
    public Mono<Account> change(AccountId person, String password, Contact wanted, String code) {
        return passwordCheck
                .confirm(person, password)
                .then(Mono.defer(() ->
                        codes.use(wanted, CodePurpose.CHANGE_CONTACT, code, clock.instant(), settings.codeValidity())))
                .filter(right -> right)
                .switchIfEmpty(Mono.error(IdentityProblem.CODE_NOT_VALID::raise))
                .then(accounts.find(person))
                .delayUntil(account ->
                        notices.send(ids.next(), account.contact(), new Notice.ContactChanged(wanted.masked())))
                .flatMap(account -> replace(person, wanted));
    }

    private Mono<Account> replace(AccountId person, Contact wanted) {
        return accounts.changeContact(person, wanted)
                .then(events.publish(new ContactChanged(ids.next(), clock.instant(), person.value())))
                .then(accounts.find(person))
                .as(transaction::transactional)
                .onErrorMap(DuplicateKeyException.class, taken -> IdentityProblem.CONTACT_TAKEN.raise());
    }
}
