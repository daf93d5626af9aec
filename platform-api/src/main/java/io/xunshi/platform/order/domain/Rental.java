package io.xunshi.platform.order.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.RentalTerms;
import io.xunshi.platform.order.OrderSnapshot;
import io.xunshi.platform.order.RentalFacts;
import io.xunshi.platform.order.RentalId;
import io.xunshi.platform.order.RentalSide;
import io.xunshi.platform.order.RentalState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rental with what only this module may see.
 *
 * @param terms as they were when it was placed
 * @param feeRule the rule that the fee was computed by
 * @param lateFee 逾期费: owed to the owner out of the deposit; zero until it is back
 * @param damage 赔偿: owed to the owner out of the deposit; zero until that is settled
 * @param pickupCode six digits that the tenant shows when the thing is handed over
 * @param returnCode six digits that the owner shows when it comes back
 * @param codeTries wrong codes since the last pause
 * @param codeLockedUntil null where codes may be tried
 */
public record Rental(
        RentalId id,
        String code,
        RentalState state,
        UUID listingId,
        AccountId tenant,
        AccountId owner,
        RentalDays days,
        RentalTerms terms,
        Money rent,
        Money fee,
        String feeRule,
        Money lateFee,
        Money damage,
        OrderSnapshot snapshot,
        String pickupCode,
        String returnCode,
        int codeTries,
        @Nullable Instant codeLockedUntil,
        @Nullable Instant deadline,
        Instant placedAt) {

    public Money deposit() {
        return terms.deposit();
    }

    /** What the tenant pays. */
    public Money total() {
        return rent.plus(deposit());
    }

    /** What the owner gets of the deposit, as far as it is known. */
    public Money kept() {
        return lateFee.plus(damage);
    }

    /** What the tenant gets of the deposit, as far as it is known. */
    public Money depositBack() {
        return deposit().minus(kept());
    }

    public boolean concerns(AccountId person) {
        return tenant.equals(person) || owner.equals(person);
    }

    /** @throws IllegalArgumentException for a stranger */
    public RentalSide sideOf(AccountId person) {
        if (!concerns(person)) {
            throw new IllegalArgumentException(person + " is on no side of " + code);
        }
        return tenant.equals(person) ? RentalSide.TENANT : RentalSide.OWNER;
    }

    /** The same, waiting for another moment. */
    public Rental until(Instant other) {
        return new Rental(
                id,
                code,
                state,
                listingId,
                tenant,
                owner,
                days,
                terms,
                rent,
                fee,
                feeRule,
                lateFee,
                damage,
                snapshot,
                pickupCode,
                returnCode,
                codeTries,
                codeLockedUntil,
                other,
                placedAt);
    }

    public RentalFacts facts() {
        return new RentalFacts(
                id.value(),
                code,
                listingId,
                tenant,
                owner,
                snapshot.categoryCode(),
                snapshot.districtCode(),
                snapshot.conditionCode(),
                days.first(),
                days.last(),
                rent,
                fee,
                deposit(),
                snapshot.hash());
    }
}
