package io.xunshi.platform.identity.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.MachineAccounts;
import io.xunshi.platform.identity.storage.AccountRepository;
import io.xunshi.platform.kernel.IdGenerator;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Opens accounts that nobody is behind. */
@Component
class OpenMachineAccounts implements MachineAccounts {
    private final AccountRepository accounts;
    private final IdGenerator ids;
    private final Clock clock;

    OpenMachineAccounts(AccountRepository accounts, IdGenerator ids, Clock clock) {
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<AccountId> open(String name) {
        return Mono.defer(() -> {
            var id = new AccountId(ids.next());
            return accounts.addMachine(id, name, clock.instant()).thenReturn(id);
        });
    }
}
