package io.xunshi.platform.order;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What does not change during a purchase, and with whom it took the step that is told.
 *
 * @param price of all pieces
 * @param pieces how many of a stock; null for a unique thing
 * @param snapshotHash SHA-256 of what was promised, hexadecimal
 * @param wipeCertificate hash of the data-wipe certificate of a device, hexadecimal; null for other goods
 * @param together null where the purchase took the step alone
 */
public record OrderFacts(
        UUID orderId,
        String code,
        UUID listingId,
        AccountId buyer,
        AccountId seller,
        String categoryCode,
        String districtCode,
        String conditionCode,
        Money price,
        @Nullable Integer pieces,
        Money fee,
        String snapshotHash,
        @Nullable String wipeCertificate,
        @Nullable BundleStep together) {}
