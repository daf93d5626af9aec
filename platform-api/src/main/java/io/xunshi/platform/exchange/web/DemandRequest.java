package io.xunshi.platform.exchange.web;

import io.xunshi.platform.exchange.Delivery;
import io.xunshi.platform.exchange.PaymentTerms;
import io.xunshi.platform.exchange.Requirement;
import io.xunshi.platform.exchange.RequirementField;
import io.xunshi.platform.exchange.TaxBasis;
import io.xunshi.platform.exchange.domain.DemandTerms;
import io.xunshi.platform.exchange.web.OfferFields.DaysField;
import io.xunshi.platform.exchange.web.OfferFields.PlaceField;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.kernel.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer looks for.
 *
 * @param materialCode a node of the tree; anything below it will do
 * @param quantity grams, or pieces of what is traded by the piece
 * @param leastQuantity the smallest lot that will do; left out where only the whole will
 * @param quality what the goods must answer
 * @param price the most that is paid for a tonne or a piece; left out where sellers are to say one
 * @param window when the goods are needed
 * @param lastDay of the demand, in the city's time, at most ninety days from today
 */
record DemandRequest(
        @NotNull @Size(max = 40) @Pattern(regexp = PlainText.LINE)
        String materialCode,

        @NotNull @Pattern(regexp = PlainText.LINE) String title,
        @Nullable @Pattern(regexp = PlainText.LINES) String description,
        @NotNull Long quantity,
        @Nullable Long leastQuantity,
        @Nullable @Size(max = 60) Map<@NotNull @Size(max = 40) String, @NotNull @Valid RequirementField> quality,
        @NotNull @Valid PlaceField place,
        @NotNull Delivery delivery,
        @NotNull PaymentTerms payment,
        @NotNull TaxBasis tax,
        @Nullable Money price,
        @NotNull @Valid DaysField window,
        @NotNull LocalDate lastDay) {

    DemandTerms terms() {
        return new DemandTerms(
                materialCode,
                title,
                Objects.requireNonNullElse(description, ""),
                quantity,
                Objects.requireNonNullElse(leastQuantity, quantity),
                requirements(),
                place.place(),
                delivery,
                payment,
                tax,
                price,
                window.days(),
                lastDay);
    }

    private Map<String, Requirement> requirements() {
        return quality == null
                ? Map.of()
                : quality.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, asked -> asked.getValue().requirement()));
    }
}
