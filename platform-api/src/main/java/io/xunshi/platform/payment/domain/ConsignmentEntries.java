package io.xunshi.platform.payment.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.ConsignmentMoney.Division;
import io.xunshi.platform.payment.domain.JournalEntry.Kind;
import io.xunshi.platform.payment.domain.JournalEntry.Line;
import io.xunshi.platform.payment.domain.LedgerAccount.CashDifference;
import io.xunshi.platform.payment.domain.LedgerAccount.CashDrawer;
import io.xunshi.platform.payment.domain.LedgerAccount.ConsignorPayable;
import io.xunshi.platform.payment.domain.LedgerAccount.Escrow;
import io.xunshi.platform.payment.domain.LedgerAccount.PlatformFee;
import io.xunshi.platform.payment.domain.LedgerAccount.PointCommission;
import io.xunshi.platform.payment.domain.LedgerAccount.PointFunds;
import io.xunshi.platform.payment.domain.LedgerAccount.ProceedsInTrust;
import io.xunshi.platform.payment.domain.LedgerAccount.SellerBalance;
import java.util.List;
import java.util.UUID;

/** How money moves at consignment points (寄卖点). */
public final class ConsignmentEntries {
    private ConsignmentEntries() {}

    /**
     * {@link JournalEntry#release} for a seller who sells what is not theirs. Shares its key: escrow is released once.
     */
    public static JournalEntry releaseInTrust(UUID orderId, AccountId shop, Money price, Money fee) {
        return new JournalEntry(
                "release:" + orderId,
                Kind.RELEASE,
                orderId,
                List.of(
                        new Line(new Escrow(orderId), price.negated()),
                        new Line(new ProceedsInTrust(shop), price.minus(fee)),
                        new Line(new PlatformFee(), fee)));
    }

    /** An order's proceeds go to the consignor and the point. A finished trade has no inverse. */
    public static JournalEntry divideProceeds(UUID orderId, AccountId shop, Division division) {
        return new JournalEntry(
                "proceeds:" + orderId,
                Kind.CONSIGNMENT_DIVIDED,
                orderId,
                List.of(
                        new Line(new ProceedsInTrust(shop), division.total().negated()),
                        new Line(new ConsignorPayable(division.agreement()), division.share()),
                        new Line(new PointCommission(division.point()), division.commission())));
    }

    /** They were for something of the shop's own. Shares its key with {@link #divideProceeds}. */
    public static JournalEntry releaseProceeds(UUID orderId, AccountId shop, Money amount) {
        return new JournalEntry(
                "proceeds:" + orderId,
                Kind.PROCEEDS_RELEASED,
                orderId,
                List.of(
                        new Line(new ProceedsInTrust(shop), amount.negated()),
                        new Line(new SellerBalance(shop), amount)));
    }

    /** Cash for goods over the counter; complete at once, so it has no inverse. */
    public static JournalEntry cashSale(UUID saleId, Division division) {
        return new JournalEntry(
                "cash-sale:" + saleId,
                Kind.CASH_SALE,
                saleId,
                List.of(
                        new Line(
                                new CashDrawer(division.point()),
                                division.total().negated()),
                        new Line(new ConsignorPayable(division.agreement()), division.share()),
                        new Line(new PointCommission(division.point()), division.commission())));
    }

    /** The consignor has the money in hand. */
    public static JournalEntry cashPayout(UUID settlementId, UUID point, UUID agreement, Money amount) {
        return new JournalEntry(
                "settlement:" + settlementId,
                Kind.CONSIGNOR_PAID_CASH,
                null,
                List.of(
                        new Line(new ConsignorPayable(agreement), amount.negated()),
                        new Line(new CashDrawer(point), amount)));
    }

    /** The consignor may have it paid out. Shares its key with {@link #cashPayout}: a statement is paid once. */
    public static JournalEntry payoutToBalance(UUID settlementId, UUID agreement, AccountId consignor, Money amount) {
        return new JournalEntry(
                "settlement:" + settlementId,
                Kind.CONSIGNOR_PAID_TO_BALANCE,
                null,
                List.of(
                        new Line(new ConsignorPayable(agreement), amount.negated()),
                        new Line(new SellerBalance(consignor), amount)));
    }

    /** The point's own money goes into the drawer. Its inverse is the same with a negative amount. */
    public static JournalEntry ownCash(UUID movementId, UUID point, Money amount) {
        return new JournalEntry(
                "own-cash:" + movementId,
                Kind.OWN_CASH_MOVED,
                null,
                List.of(new Line(new CashDrawer(point), amount.negated()), new Line(new PointFunds(point), amount)));
    }

    /**
     * Something of a consignor's is gone, and the point answers for it. It is not found again by itself: no inverse.
     */
    public static JournalEntry compensation(UUID itemId, UUID point, UUID agreement, Money amount) {
        return new JournalEntry(
                "compensation:" + itemId,
                Kind.CONSIGNOR_COMPENSATED,
                null,
                List.of(
                        new Line(new PointFunds(point), amount.negated()),
                        new Line(new ConsignorPayable(agreement), amount)));
    }

    /** A count and the books disagree, and the count is right (长短款). */
    public static JournalEntry cashDifference(UUID shiftId, UUID point, Money difference) {
        return new JournalEntry(
                "cash-difference:" + shiftId,
                Kind.CASH_DIFFERENCE,
                null,
                List.of(
                        new Line(new CashDrawer(point), difference.negated()),
                        new Line(new CashDifference(point), difference)));
    }
}
