package io.xunshi.platform.payment.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.Payee;
import io.xunshi.platform.payment.domain.LedgerAccount.CarrierPayable;
import io.xunshi.platform.payment.domain.LedgerAccount.Deposit;
import io.xunshi.platform.payment.domain.LedgerAccount.Escrow;
import io.xunshi.platform.payment.domain.LedgerAccount.PayoutInTransit;
import io.xunshi.platform.payment.domain.LedgerAccount.PlatformFee;
import io.xunshi.platform.payment.domain.LedgerAccount.ProviderClearing;
import io.xunshi.platform.payment.domain.LedgerAccount.RefundInTransit;
import io.xunshi.platform.payment.domain.LedgerAccount.SellerBalance;
import io.xunshi.platform.payment.domain.LedgerAccount.ShippingGuarantee;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A movement of money whose lines sum to zero. Every kind of movement is made here and nowhere else, beside its
 * inverse.
 *
 * @param key what happened, once: an entry of the same key is posted a single time
 * @param orderId the order or the sale over a counter or a stall that it belongs to; null for payouts
 */
public record JournalEntry(String key, Kind kind, @Nullable UUID orderId, List<Line> lines) {

    public JournalEntry {
        lines = lines.stream().filter(line -> line.amount().amount() != 0).toList();
        var sum = lines.stream().map(Line::amount).reduce(Money.fen(0), Money::plus);
        if (sum.amount() != 0 || lines.size() < 2) {
            throw new IllegalArgumentException("Entry %s does not balance: %s".formatted(key, lines));
        }
        if (lines.stream().map(Line::account).distinct().count() != lines.size()) {
            throw new IllegalArgumentException("Entry %s names an account twice: %s".formatted(key, lines));
        }
    }

    /** The provider has taken the buyer's money. Inverse: {@link #refund}. */
    public static JournalEntry capture(Part part) {
        var order = part.orderId();
        return new JournalEntry(
                "capture:" + part.reason(),
                Kind.CAPTURE,
                order,
                List.of(
                        new Line(new ProviderClearing(), part.amount().negated()),
                        new Line(new Escrow(order), part.amount())));
    }

    /** The provider has given the buyer's money back without having been asked. Inverse: {@link #capture}. */
    public static JournalEntry refund(Part part, Money amount) {
        var order = part.orderId();
        return new JournalEntry(
                "refund:" + part.reason(),
                Kind.REFUND,
                order,
                List.of(new Line(new Escrow(order), amount.negated()), new Line(new ProviderClearing(), amount)));
    }

    /** A part of escrow is the payer's again. Together with {@link #refundPaid} the inverse of {@link #capture}. */
    public static JournalEntry refundRequested(UUID refund, UUID orderId, Money amount) {
        return new JournalEntry(
                "refund-request:" + refund,
                Kind.REFUND_REQUESTED,
                orderId,
                List.of(
                        new Line(new Escrow(orderId), amount.negated()),
                        new Line(new RefundInTransit(orderId), amount)));
    }

    /** The provider has given that part back. */
    public static JournalEntry refundPaid(UUID refund, UUID orderId, Money amount) {
        return new JournalEntry(
                "refund-end:" + refund,
                Kind.REFUND,
                orderId,
                List.of(
                        new Line(new RefundInTransit(orderId), amount.negated()),
                        new Line(new ProviderClearing(), amount)));
    }

    /** What was paid on top joins what it belongs to. Inverse: the same the other way round. */
    public static JournalEntry escrowMoved(UUID fromOrder, UUID toOrder, Money amount) {
        return new JournalEntry(
                "escrow-moved:" + fromOrder,
                Kind.ESCROW_MOVED,
                toOrder,
                List.of(new Line(new Escrow(fromOrder), amount.negated()), new Line(new Escrow(toOrder), amount)));
    }

    /** What secures the thing leaves escrow for an account of its own. Inverse: {@link #depositEnd}. */
    public static JournalEntry deposit(UUID orderId, Money amount) {
        return new JournalEntry(
                "deposit:" + orderId,
                Kind.DEPOSIT,
                orderId,
                List.of(new Line(new Escrow(orderId), amount.negated()), new Line(new Deposit(orderId), amount)));
    }

    /** The deposit is shared out: back into escrow for who paid it, and to the owner what is theirs. */
    public static JournalEntry depositEnd(UUID orderId, Money toPayer, AccountId owner, Money toOwner) {
        return new JournalEntry(
                "deposit-end:" + orderId,
                Kind.DEPOSIT_END,
                orderId,
                List.of(
                        new Line(new Deposit(orderId), toPayer.plus(toOwner).negated()),
                        new Line(new Escrow(orderId), toPayer),
                        new Line(new SellerBalance(owner), toOwner)));
    }

    /** The goods are in the buyer's hands: escrow goes to the seller, less the fee. Inverse: {@link #recall}. */
    public static JournalEntry release(UUID orderId, AccountId seller, Money price, Money fee) {
        return new JournalEntry(
                "release:" + orderId,
                Kind.RELEASE,
                orderId,
                List.of(
                        new Line(new Escrow(orderId), price.negated()),
                        new Line(new SellerBalance(seller), price.minus(fee)),
                        new Line(new PlatformFee(), fee)));
    }

    /** A released price is in doubt again and back in escrow, the fee with it. Inverse: {@link #share}. */
    public static JournalEntry recall(UUID orderId, AccountId seller, Money price, Money fee, UUID reason) {
        return new JournalEntry(
                "recall:" + reason,
                Kind.RECALL,
                orderId,
                List.of(
                        new Line(new SellerBalance(seller), price.minus(fee).negated()),
                        new Line(new PlatformFee(), fee.negated()),
                        new Line(new Escrow(orderId), price)));
    }

    /** A share of escrow is somebody's, less a fee. Inverse: {@link #recall}. */
    public static JournalEntry share(UUID orderId, Payee payee, Money amount, Money fee, UUID reason) {
        return new JournalEntry(
                "share:" + reason,
                Kind.RELEASE,
                orderId,
                List.of(
                        new Line(new Escrow(orderId), amount.negated()),
                        new Line(new SellerBalance(payee), amount.minus(fee)),
                        new Line(new PlatformFee(), fee)));
    }

    /** The carrier has the parcel, and its price. Inverse: {@link #carrierReturn}. */
    public static JournalEntry carrierPaid(UUID orderId, Money shipping) {
        return new JournalEntry(
                "carrier:" + orderId,
                Kind.CARRIER_PAID,
                orderId,
                List.of(new Line(new Escrow(orderId), shipping.negated()), new Line(new CarrierPayable(), shipping)));
    }

    /** A parcel that was lost or damaged was carried for nothing. */
    public static JournalEntry carrierReturn(UUID orderId, Money shipping) {
        return new JournalEntry(
                "carrier-return:" + orderId,
                Kind.CARRIER_RETURN,
                orderId,
                List.of(new Line(new CarrierPayable(), shipping.negated()), new Line(new Escrow(orderId), shipping)));
    }

    /** The carrier owes for goods that it lost or damaged. It has no inverse: a parcel is not lost twice. */
    public static JournalEntry carrierCompensation(UUID orderId, AccountId seller, Money amount) {
        return new JournalEntry(
                "carrier-compensation:" + orderId,
                Kind.CARRIER_COMPENSATION,
                orderId,
                List.of(new Line(new CarrierPayable(), amount.negated()), new Line(new SellerBalance(seller), amount)));
    }

    /**
     * Shipping that was spent for nothing comes back into escrow for the buyer, from the seller as far as their balance
     * goes. It has no inverse: what is refunded has left.
     */
    public static JournalEntry shippingBorne(
            UUID orderId, AccountId seller, Money fromSeller, Money fromPlatform, UUID reason) {
        return new JournalEntry(
                "shipping-borne:" + reason,
                Kind.SHIPPING_BORNE,
                orderId,
                List.of(
                        new Line(new SellerBalance(seller), fromSeller.negated()),
                        new Line(new ShippingGuarantee(), fromPlatform.negated()),
                        new Line(new Escrow(orderId), fromSeller.plus(fromPlatform))));
    }

    /** A seller asks for money. Inverse: {@link #payoutFailed}. */
    public static JournalEntry payout(UUID payoutId, Payee seller, Money amount) {
        return new JournalEntry(
                "payout:" + payoutId,
                Kind.PAYOUT,
                null,
                List.of(
                        new Line(new SellerBalance(seller), amount.negated()),
                        new Line(new PayoutInTransit(seller), amount)));
    }

    /** The money did not arrive and is the seller's balance again. */
    public static JournalEntry payoutFailed(UUID payoutId, Payee seller, Money amount) {
        return new JournalEntry(
                "payout-end:" + payoutId,
                Kind.PAYOUT_FAILED,
                null,
                List.of(
                        new Line(new PayoutInTransit(seller), amount.negated()),
                        new Line(new SellerBalance(seller), amount)));
    }

    /** The money has left the provider. Shares its key with {@link #payoutFailed}: a payout ends once. */
    public static JournalEntry payoutPaid(UUID payoutId, Payee seller, Money amount) {
        return new JournalEntry(
                "payout-end:" + payoutId,
                Kind.PAYOUT_PAID,
                null,
                List.of(
                        new Line(new PayoutInTransit(seller), amount.negated()),
                        new Line(new ProviderClearing(), amount)));
    }

    /** Why money moves. */
    public enum Kind {
        CAPTURE,
        REFUND_REQUESTED,
        REFUND,
        ESCROW_MOVED,
        DEPOSIT,
        DEPOSIT_END,
        RELEASE,
        RECALL,
        CARRIER_PAID,
        CARRIER_RETURN,
        CARRIER_COMPENSATION,
        SHIPPING_BORNE,
        PAYOUT,
        PAYOUT_PAID,
        PAYOUT_FAILED,
        CONSIGNMENT_DIVIDED,
        PROCEEDS_RELEASED,
        CASH_SALE,
        CONSIGNOR_PAID_CASH,
        CONSIGNOR_PAID_TO_BALANCE,
        OWN_CASH_MOVED,
        CASH_DIFFERENCE,
        CONSIGNOR_COMPENSATED,
        STALL_SALE,
        STALL_SALE_CANCELLED
    }

    /** @param amount positive where the account is owed more afterwards */
    public record Line(LedgerAccount account, Money amount) {}
}
