package io.xunshi.platform.order;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What does not change during a rental.
 *
 * @param rent for all days
 * @param fee what the platform keeps of the rent
 * @param snapshotHash SHA-256 of what was promised, hexadecimal
 */
public record RentalFacts(
        UUID rentalId,
        String code,
        UUID listingId,
        AccountId tenant,
        AccountId owner,
        String categoryCode,
        String districtCode,
        String conditionCode,
        LocalDate firstDay,
        LocalDate lastDay,
        Money rent,
        Money fee,
        Money deposit,
        String snapshotHash) {}
