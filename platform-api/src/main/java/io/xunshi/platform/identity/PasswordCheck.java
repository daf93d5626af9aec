package io.xunshi.platform.identity;

import reactor.core.publisher.Mono;

/** Asks for the password again before something that a borrowed telephone must not be enough for. */
public interface PasswordCheck {

    /**
     * Completes for the right password; a machine's is its secret. Raises {@link IdentityProblem#PASSWORD_WRONG}, and
     * after several of those {@link IdentityProblem#SIGN_IN_LOCKED}: wrong passwords count here as at the sign-in.
     */
    Mono<Void> confirm(AccountId person, String password);
}
