package io.xunshi.platform.trace.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.trace.storage.SaltRepository;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The salts under which people, and deals, stand in the log: 32 random bytes each, drawn when first wanted. */
@Component
class Salts {
    private static final int BYTES = 32;

    private final SaltRepository salts;
    private final SecureRandom random = new SecureRandom();

    Salts(SaltRepository salts) {
        this.salts = salts;
    }

    /** @param whose a person, or what stands in the log in place of one */
    Mono<byte[]> of(AccountId whose) {
        var proposed = new byte[BYTES];
        random.nextBytes(proposed);
        return salts.saltOf(whose, proposed);
    }
}
