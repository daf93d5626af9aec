package io.xunshi.platform.audit;

import io.xunshi.platform.identity.AccountId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One deed of one person in one trade.
 *
 * @param trade the id of a trade of its kind
 * @param code of the trade, what people read aloud
 * @param counterparty whom it was done to
 * @param rating 1 to 5, of {@link Deed#RATED} alone
 */
public record Conduct(
        UUID trade,
        TradeKind kind,
        String code,
        Deed deed,
        AccountId counterparty,
        @Nullable Integer rating,
        Instant at) {

    public Conduct {
        if ((deed == Deed.RATED) != (rating != null)) {
            throw new IllegalArgumentException("A rating has a number, and nothing else has: " + deed);
        }
    }

    /** The same for the same deed of the same person, whenever it is read. */
    public UUID idOf(AccountId person) {
        var named = String.join("/", person.toString(), trade.toString(), deed.name(), counterparty.toString());
        return UUID.nameUUIDFromBytes(named.getBytes(StandardCharsets.UTF_8));
    }
}
