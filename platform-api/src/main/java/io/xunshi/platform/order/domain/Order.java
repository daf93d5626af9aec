package io.xunshi.platform.order.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.order.BundleStep;
import io.xunshi.platform.order.OrderFacts;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.OrderSnapshot;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.Side;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A purchase with what only this module may see.
 *
 * @param price of the goods, of all pieces, without shipping
 * @param pieces how many of a stock, each at the same price; null for a unique thing
 * @param feeRule the rule that the fee was computed by
 * @param delivery null where the goods change hands in person
 * @param part null where it was bought alone
 * @param pickupCode six digits that the buyer tells the seller when the goods change hands
 * @param codeTries wrong codes since the last pause
 * @param codeLockedUntil null where the seller may try
 * @param transferConfirmedAt when the buyer said that the vehicle stands in their name; null for other goods and until
 *     then
 */
public record Order(
        OrderId id,
        String code,
        OrderState state,
        UUID listingId,
        AccountId buyer,
        AccountId seller,
        Money price,
        @Nullable Integer pieces,
        Money fee,
        String feeRule,
        OrderSnapshot snapshot,
        @Nullable Delivery delivery,
        @Nullable BundlePart part,
        String pickupCode,
        int codeTries,
        @Nullable Instant codeLockedUntil,
        @Nullable Instant transferConfirmedAt,
        @Nullable Instant deadline,
        Instant placedAt) {

    /** What the buyer pays: the price, and shipping where the buyer bears it. */
    public Money total() {
        return delivery == null ? price : price.plus(delivery.onTop());
    }

    /** What each piece costs. */
    public Money unitPrice() {
        return pieces == null ? price : new Money(price.amount() / pieces, price.currency());
    }

    /** How many things change hands. */
    public int count() {
        return pieces == null ? 1 : pieces;
    }

    /** What is in escrow once it is paid and as long as nothing was shared out. */
    public Money inEscrow() {
        return delivery == null ? price : delivery.escrowOf(price);
    }

    /** Under which id its parcel is known: things that were bought together are sent together. */
    public UUID parcel() {
        return part == null ? id.value() : part.bundle().value();
    }

    /** What the seller asked for it, before anything was taken off. */
    public Money askedPrice() {
        return part == null ? price : price.plus(part.discount());
    }

    /** Whether it changes hands only with the register of motor vehicles. */
    public boolean needsTransfer() {
        var vehicle = snapshot.vehicle();
        return vehicle != null && vehicle.kind().isRegistered();
    }

    /** Whether the buyer has yet to say that the vehicle stands in their name. */
    public boolean lacksTransfer() {
        return needsTransfer() && transferConfirmedAt == null;
    }

    public OrderFacts facts() {
        return facts(null);
    }

    /** @param together the step that is told, where it was taken with others */
    public OrderFacts facts(@Nullable BundleStep together) {
        return new OrderFacts(
                id.value(),
                code,
                listingId,
                buyer,
                seller,
                snapshot.categoryCode(),
                snapshot.districtCode(),
                snapshot.conditionCode(),
                price,
                pieces,
                fee,
                snapshot.hash(),
                snapshot.wipeCertificate(),
                together);
    }

    /** @throws IllegalArgumentException for a stranger */
    public Side sideOf(AccountId person) {
        if (!concerns(person)) {
            throw new IllegalArgumentException(person + " is on no side of " + code);
        }
        return buyer.equals(person) ? Side.BUYER : Side.SELLER;
    }

    public boolean concerns(AccountId person) {
        return buyer.equals(person) || seller.equals(person);
    }
}
