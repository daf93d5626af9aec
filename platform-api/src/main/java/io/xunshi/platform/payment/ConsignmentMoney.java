package io.xunshi.platform.payment;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * The money of consignment points (寄卖点): what is in their drawers, what they hold for consignors, what they earn. All
 * join the caller's transaction, and each is posted once for its id, however often it is told.
 */
public interface ConsignmentMoney {

    /** From now on the proceeds of this seller's orders are held for others. */
    Mono<Void> holdProceedsOf(AccountId shop);

    /** Divides what an order brought, its price less the platform's fee. */
    Mono<Void> divideProceeds(UUID orderId, AccountId shop, Division division);

    /** What an order brought for something of the shop's own becomes its balance. */
    Mono<Void> releaseProceeds(UUID orderId, AccountId shop, Money amount);

    /** A buyer has paid into the drawer. */
    Mono<Void> sellForCash(UUID saleId, Division division);

    /** A consignor was paid out of the drawer; raises {@link PaymentProblem#INSUFFICIENT_BALANCE}. */
    Mono<Void> payInCash(UUID settlementId, UUID point, UUID agreement, Money amount);

    /** A consignor's money becomes their balance; raises {@link PaymentProblem#INSUFFICIENT_BALANCE}. */
    Mono<Void> payToBalance(UUID settlementId, UUID agreement, AccountId consignor, Money amount);

    /** The point puts money of its own into the drawer, or takes it out where the amount is negative. Not zero. */
    Mono<Void> moveOwnCash(UUID movementId, UUID point, Money amount);

    /** A count found more in the drawer than there should be, or less where it is negative. Not zero. */
    Mono<Void> postDifference(UUID shiftId, UUID point, Money difference);

    /** The point owes a consignor for something that is gone, out of its own money. Positive; once for each item. */
    Mono<Void> compensate(UUID itemId, UUID point, UUID agreement, Money amount);

    /** What the consignor of an agreement is owed. */
    Mono<Money> owedUnder(UUID agreement);

    /** What should be in a point's drawer. */
    Mono<Money> inDrawerOf(UUID point);

    /**
     * Who gets what of one sale.
     *
     * @param share the consignor's
     * @param commission the point's; zero or more
     */
    record Division(UUID point, UUID agreement, Money share, Money commission) {

        public Money total() {
            return share.plus(commission);
        }
    }
}
