package io.xunshi.platform.listing.reaction;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.IdentityEvents.AccountLeaving;
import io.xunshi.platform.listing.usecase.WithdrawListings;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who leaves offers nothing any more. */
@Component
class WithdrawListingsOnAccountLeaving {
    private final WithdrawListings withdrawListings;

    WithdrawListingsOnAccountLeaving(WithdrawListings withdrawListings) {
        this.withdrawListings = withdrawListings;
    }

    @DomainEventHandler
    Mono<Void> on(AccountLeaving event) {
        return withdrawListings.ofLeaving(new AccountId(event.accountId()));
    }
}
