package io.xunshi.platform.identity.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.IdentityProblem;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.identity.domain.Account;
import io.xunshi.platform.identity.domain.CodePurpose;
import io.xunshi.platform.identity.domain.Contact;
import io.xunshi.platform.identity.domain.DisplayName;
import io.xunshi.platform.identity.domain.PasswordPolicy;
import io.xunshi.platform.identity.storage.AccountRepository;
import io.xunshi.platform.identity.storage.CodeRepository;
import io.xunshi.platform.kernel.IdGenerator;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Signs a person up: who has read the code owns the contact. */
@Component
public class OpenAccount {
    private final AccountRepository accounts;
    private final CodeRepository codes;
    private final Passwords passwords;
    private final IdentitySettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    OpenAccount(
            AccountRepository accounts,
            CodeRepository codes,
            Passwords passwords,
            IdentitySettings settings,
            IdGenerator ids,
            Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.passwords = passwords;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** A resident's account; raises {@link IdentityProblem#CODE_NOT_VALID} or {@link IdentityProblem#CONTACT_TAKEN}. */
    public Mono<Account> open(Contact contact, String code, String password, String displayName) {
        PasswordPolicy.check(password);
        var name = DisplayName.parse(displayName);
        return codes.use(contact, CodePurpose.SIGN_UP, code, clock.instant(), settings.codeValidity())
                .filter(right -> right)
                .switchIfEmpty(Mono.error(IdentityProblem.CODE_NOT_VALID::raise))
                .then(passwords.hash(password))
                .flatMap(hash -> add(contact, name, hash, Set.of(Role.RESIDENT)));
    }

    /**
     * An account for somebody whom an officer or a data import has identified by other means; no code is asked for.
     *
     * @param passwordHash from {@link #hashOf}; many accounts may share one, which spares an import the hashing
     */
    public Mono<Account> openIdentified(Contact contact, String displayName, String passwordHash, Set<Role> roles) {
        return add(contact, DisplayName.parse(displayName), passwordHash, roles);
    }

    /** The hash of a password that fits the policy. */
    public Mono<String> hashOf(String password) {
        PasswordPolicy.check(password);
        return passwords.hash(password);
    }

    private Mono<Account> add(Contact contact, String name, String hash, Set<Role> roles) {
        var account =
                new Account(new AccountId(ids.next()), contact, name, hash, Set.copyOf(roles), false, clock.instant());
        return accounts.add(account)
                .filter(added -> added)
                .switchIfEmpty(Mono.error(IdentityProblem.CONTACT_TAKEN::raise))
                .thenReturn(account);
    }
}
