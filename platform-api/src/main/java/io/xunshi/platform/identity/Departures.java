package io.xunshi.platform.identity;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** How an account ends. All of it runs in the caller's transaction. */
public interface Departures {

    /**
     * From now on the person begins nothing new; their listings are taken back. Changes nothing for who leaves already.
     */
    Mono<Void> beginLeaving(AccountId person, Instant at);

    /** The person stays after all. */
    Mono<Void> stay(AccountId person);

    /**
     * Tells the others that the account is erased; its tables have been cleared by what {@link PersonalData} declares.
     */
    Mono<Void> announceErased(AccountId person, Instant at);
}
