package io.xunshi.platform.order.domain;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.order.ExtensionState;
import io.xunshi.platform.order.RentalId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a tenant wants to keep a thing for longer.
 *
 * @param id also what its days are held for, and what is paid
 * @param lastDay of the rental, once this counts
 * @param rent what the rental costs more then; zero where the days complete a week
 */
public record RentalExtension(
        UUID id,
        RentalId rentalId,
        ExtensionState state,
        LocalDate lastDay,
        Money rent,
        @Nullable Instant deadline,
        Instant askedAt) {}
