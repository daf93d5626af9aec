package io.xunshi.platform.identity;

import reactor.core.publisher.Mono;

/** What machines have in place of passwords; the module that opens {@link MachineAccounts} keeps them. */
public interface MachineSecrets {

    /** Whether the secret is good for the machine now. */
    Mono<Boolean> isSecretOf(AccountId machine, String secret);
}
