package io.xunshi.platform.audit;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A trade as its module tells of it.
 *
 * @param id also the subject of its postings and of its records in the log
 * @param code what people read aloud
 * @param state the name of a state of its kind's process
 * @param parties empty where nobody's account took part
 * @param goods never empty
 */
public record AuditedTrade(
        UUID id, String code, TradeKind kind, String state, List<Party> parties, List<Good> goods, Instant begunAt) {

    public AuditedTrade {
        parties = List.copyOf(parties);
        goods = List.copyOf(goods);
    }

    /** Somebody who took part. */
    public record Party(AccountId person, Role role) {}

    /**
     * A thing that changed hands, or would have.
     *
     * @param listingId null for a thing that was never listed
     * @param pieces how many of a stock; null for a unique thing
     * @param price what was to be paid for all of it, the rent of a rental, the asking price of what is swapped; null
     *     where no money was meant
     * @param snapshotHash SHA-256 of what was promised, hexadecimal; null where nothing was written down
     */
    public record Good(
            @Nullable UUID listingId,
            String title,
            String districtCode,
            @Nullable Integer pieces,
            @Nullable Money price,
            @Nullable String snapshotHash) {

        /** A unique thing. */
        public Good(
                @Nullable UUID listingId,
                String title,
                String districtCode,
                @Nullable Money price,
                @Nullable String snapshotHash) {
            this(listingId, title, districtCode, null, price, snapshotHash);
        }
    }

    /**
     * One transition.
     *
     * @param state the name of a state of the kind's process
     * @param cause the name of one of the kind's causes
     * @param words what a party wrote; null where nobody wrote anything
     */
    public record Step(
            String state,
            Instant at,
            String cause,
            @Nullable String words) {}

    /** What a party was in it. */
    public enum Role {
        BUYER,
        SELLER,
        TENANT,
        OWNER,
        /** One of the two or three of a swap. */
        SWAPPER,
        GIVER,
        RECEIVER,
        /** 寄卖点: sells in its own name what others own. */
        POINT,
        /** 竞买人, 报价人: asked for the goods, beside others. */
        BIDDER
    }
}
