package io.xunshi.platform.payment.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.payment.Payee;
import java.util.UUID;

/**
 * An account of the ledger. A positive balance is owed by the platform to whom the account belongs; what the provider
 * keeps for us is negative, so that all balances together are zero.
 */
public sealed interface LedgerAccount {

    /** The name in the table and on the regulator's screen. */
    String kind();

    /** The order, person, point or agreement it belongs to; all zeros for the platform's own. */
    UUID owner();

    /** The provider's account with us: minus what it holds. */
    record ProviderClearing() implements LedgerAccount {
        @Override
        public String kind() {
            return "PROVIDER_CLEARING";
        }

        @Override
        public UUID owner() {
            return PLATFORM;
        }
    }

    /** 担保: money of one order, owed to the seller or the buyer, whoever it turns out to be. Never negative. */
    record Escrow(UUID orderId) implements LedgerAccount {
        @Override
        public String kind() {
            return "ESCROW";
        }

        @Override
        public UUID owner() {
            return orderId;
        }
    }

    /** 押金: what secures a thing that is lent, owed to who paid it unless the owner has a claim. Never negative. */
    record Deposit(UUID orderId) implements LedgerAccount {
        @Override
        public String kind() {
            return "DEPOSIT";
        }

        @Override
        public UUID owner() {
            return orderId;
        }
    }

    /** Out of escrow, on its way back to the payer, not yet confirmed by the provider. Never negative. */
    record RefundInTransit(UUID orderId) implements LedgerAccount {
        @Override
        public String kind() {
            return "REFUND_IN_TRANSIT";
        }

        @Override
        public UUID owner() {
            return orderId;
        }
    }

    /** What a seller may have paid out. Never negative. */
    record SellerBalance(Payee payee) implements LedgerAccount {
        public SellerBalance(AccountId person) {
            this(Payee.of(person));
        }

        @Override
        public String kind() {
            return "SELLER_BALANCE";
        }

        @Override
        public UUID owner() {
            return payee.value();
        }
    }

    /** Paid out, not yet confirmed by the provider. Never negative. */
    record PayoutInTransit(Payee payee) implements LedgerAccount {
        @Override
        public String kind() {
            return "PAYOUT_IN_TRANSIT";
        }

        @Override
        public UUID owner() {
            return payee.value();
        }
    }

    /** What the platform has earned. */
    record PlatformFee() implements LedgerAccount {
        @Override
        public String kind() {
            return "PLATFORM_FEE";
        }

        @Override
        public UUID owner() {
            return PLATFORM;
        }
    }

    /** 应付快递费: what the carrier is owed, less what it owes for parcels that it lost or damaged. */
    record CarrierPayable() implements LedgerAccount {
        @Override
        public String kind() {
            return "CARRIER_PAYABLE";
        }

        @Override
        public UUID owner() {
            return PLATFORM;
        }
    }

    /** 运费保障: minus what the platform laid out for shipping that a seller had to bear and could not. */
    record ShippingGuarantee() implements LedgerAccount {
        @Override
        public String kind() {
            return "SHIPPING_GUARANTEE";
        }

        @Override
        public UUID owner() {
            return PLATFORM;
        }
    }

    /** What a shop sold for others and is not yet divided. Never negative. */
    record ProceedsInTrust(AccountId shop) implements LedgerAccount {
        @Override
        public String kind() {
            return "PROCEEDS_IN_TRUST";
        }

        @Override
        public UUID owner() {
            return shop.value();
        }
    }

    /** 应付寄卖人款: what the consignor of an agreement is owed. Never negative. */
    record ConsignorPayable(UUID agreement) implements LedgerAccount {
        @Override
        public String kind() {
            return "CONSIGNOR_PAYABLE";
        }

        @Override
        public UUID owner() {
            return agreement;
        }
    }

    /** What a consignment point has earned. */
    record PointCommission(UUID point) implements LedgerAccount {
        @Override
        public String kind() {
            return "POINT_COMMISSION";
        }

        @Override
        public UUID owner() {
            return point;
        }
    }

    /** A point's own money in its drawer; negative where it took out what belongs to others. */
    record PointFunds(UUID point) implements LedgerAccount {
        @Override
        public String kind() {
            return "POINT_FUNDS";
        }

        @Override
        public UUID owner() {
            return point;
        }
    }

    /** A point's cash: minus what is in the drawer. */
    record CashDrawer(UUID point) implements LedgerAccount {
        @Override
        public String kind() {
            return "CASH_DRAWER";
        }

        @Override
        public UUID owner() {
            return point;
        }
    }

    /** 长短款: what counts of the drawer found too much, less what they found missing. */
    record CashDifference(UUID point) implements LedgerAccount {
        @Override
        public String kind() {
            return "CASH_DIFFERENCE";
        }

        @Override
        public UUID owner() {
            return point;
        }
    }

    /** 集市摊位现金: minus the cash that a stallholder took in. It never passes us. */
    record StallCash(UUID stall) implements LedgerAccount {
        @Override
        public String kind() {
            return "STALL_CASH";
        }

        @Override
        public UUID owner() {
            return stall;
        }
    }

    /** 集市摊位收款码: minus what was paid to a stallholder's own payment code. It never passes us either. */
    record StallCodeReceipts(UUID stall) implements LedgerAccount {
        @Override
        public String kind() {
            return "STALL_CODE_RECEIPTS";
        }

        @Override
        public UUID owner() {
            return stall;
        }
    }

    /** 集市摊位销售额: what a stallholder has earned, and has in hand already. */
    record StallTakings(UUID stall) implements LedgerAccount {
        @Override
        public String kind() {
            return "STALL_TAKINGS";
        }

        @Override
        public UUID owner() {
            return stall;
        }
    }

    /** The owner of the platform's own accounts. */
    UUID PLATFORM = new UUID(0, 0);
}
