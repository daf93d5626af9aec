package io.xunshi.platform.payment.domain;

import io.xunshi.platform.identity.AccountId;
import java.util.UUID;

/**
 * An account of the ledger. A positive balance is owed by the platform to whom the account belongs; what the provider
 * keeps for us is negative, so that all balances together are zero.
 */
public sealed interface LedgerAccount {

    /** The name in the table and on the regulator's screen. */
    String kind();

    /** The order or person it belongs to; all zeros for the platform's own. */
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

    /** What a seller may have paid out. Never negative. */
    record SellerBalance(AccountId seller) implements LedgerAccount {
        @Override
        public String kind() {
            return "SELLER_BALANCE";
        }

        @Override
        public UUID owner() {
            return seller.value();
        }
    }

    /** Paid out, not yet confirmed by the provider. Never negative. */
    record PayoutInTransit(AccountId seller) implements LedgerAccount {
        @Override
        public String kind() {
            return "PAYOUT_IN_TRANSIT";
        }

        @Override
        public UUID owner() {
            return seller.value();
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

    /** The owner of the platform's own accounts. */
    UUID PLATFORM = new UUID(0, 0);
}
