package io.xunshi.platform.connection.usecase;

import io.xunshi.platform.connection.storage.MachineClientRepository;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.MachineSecrets;
import io.xunshi.platform.kernel.Sha256;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Knows the secrets of machines wherever a person would be asked for the password. */
@Component
class CheckMachineSecrets implements MachineSecrets {
    private final MachineClientRepository clients;
    private final Clock clock;

    CheckMachineSecrets(MachineClientRepository clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public Mono<Boolean> isSecretOf(AccountId machine, String secret) {
        return Mono.defer(() -> clients.isSecretOf(machine, Sha256.of(secret), clock.instant()));
    }
}
