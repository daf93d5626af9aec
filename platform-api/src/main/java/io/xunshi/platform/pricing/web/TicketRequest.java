package io.xunshi.platform.pricing.web;

import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.pricing.WeighTicket;
import io.xunshi.platform.pricing.WeighTicket.Scale;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A weigh ticket. For a preview its weights are enough.
 *
 * @param certificateValidTo null where nobody has looked
 * @param grossAt null where nobody has looked
 * @param earlierTaresGrams of the same plate, newest first
 */
record TicketRequest(
        @NotNull Scale scale,

        @NotNull @Size(max = 16) @Pattern(regexp = PlainText.LINE)
        String plate,

        @Min(0) @Max(WeighTicket.MAX_GRAMS) long grossGrams,
        @Min(0) @Max(WeighTicket.MAX_GRAMS) long tareGrams,
        @Nullable Instant grossAt,
        @Nullable Instant tareAt,
        @Nullable LocalDate certificateValidTo,

        @NotNull @Size(max = 10) List<@NotNull @Min(0) @Max(WeighTicket.MAX_GRAMS) Long> earlierTaresGrams) {

    WeighTicket ticket() {
        return new WeighTicket(
                scale,
                "",
                certificateValidTo == null ? LocalDate.MAX : certificateValidTo,
                plate.strip(),
                grossGrams,
                at(grossAt),
                tareGrams,
                at(tareAt),
                false);
    }

    private static Instant at(@Nullable Instant instant) {
        return instant == null ? Instant.EPOCH : instant;
    }
}
