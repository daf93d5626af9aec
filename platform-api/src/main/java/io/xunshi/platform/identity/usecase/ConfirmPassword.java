package io.xunshi.platform.identity.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.IdentityProblem;
import io.xunshi.platform.identity.MachineSecrets;
import io.xunshi.platform.identity.PasswordCheck;
import io.xunshi.platform.identity.domain.Account;
import io.xunshi.platform.identity.storage.AccountRepository;
import io.xunshi.platform.kernel.ProblemException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets a person prove once more that it is them, and a machine that it is more than a token that leaked. */
@Component
class ConfirmPassword implements PasswordCheck {
    private final AccountRepository accounts;
    private final SignIn signIn;
    private final MachineSecrets machineSecrets;

    ConfirmPassword(AccountRepository accounts, SignIn signIn, MachineSecrets machineSecrets) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.machineSecrets = machineSecrets;
    }

    @Override
    public Mono<Void> confirm(AccountId person, String password) {
        return accounts.isMachine(person)
                .flatMap(isMachine -> isMachine ? confirmSecret(person, password) : confirmOwn(person, password));
    }

    private Mono<Void> confirmSecret(AccountId machine, String secret) {
        return machineSecrets
                .isSecretOf(machine, secret)
                .filter(right -> right)
                .switchIfEmpty(Mono.error(IdentityProblem.PASSWORD_WRONG::raise))
                .then();
    }

    private Mono<Void> confirmOwn(AccountId person, String password) {
        return accounts.find(person)
                .map(Account::contact)
                .switchIfEmpty(Mono.error(IdentityProblem.ACCOUNT_NOT_FOUND::raise))
                .flatMap(contact -> signIn.confirmPassword(contact, password))
                // Who is signed in must not be told that they are not.
                .onErrorMap(ConfirmPassword::isWrongPassword, failed -> IdentityProblem.PASSWORD_WRONG.raise())
                .then();
    }

    private static boolean isWrongPassword(Throwable error) {
        return error instanceof ProblemException refusal && refusal.problem() == IdentityProblem.SIGN_IN_FAILED;
    }
}
