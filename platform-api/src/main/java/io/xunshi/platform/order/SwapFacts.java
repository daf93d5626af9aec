package io.xunshi.platform.order;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import java.util.List;
import java.util.UUID;

/**
 * What does not change during a swap.
 *
 * @param proposer one of the parties
 * @param parties in the order of the ring: each gives to the next, the last to the first
 */
public record SwapFacts(UUID swapId, String code, AccountId proposer, List<Party> parties) {

    public SwapFacts {
        parties = List.copyOf(parties);
    }

    /** Who gets what the party at a place gives. */
    public Party receiverOf(int place) {
        return parties.get((place + 1) % parties.size());
    }

    /**
     * One of two or three.
     *
     * @param listingId what they give
     * @param worth the asking price of it
     * @param pays on top, into the ring; negative for who gets money out of it
     * @param fee what the platform keeps of what they get
     * @param snapshotHash SHA-256 of what was promised, hexadecimal
     */
    public record Party(
            AccountId person,
            UUID listingId,
            String title,
            String categoryCode,
            String districtCode,
            String conditionCode,
            Money worth,
            Money pays,
            Money fee,
            String snapshotHash) {}
}
