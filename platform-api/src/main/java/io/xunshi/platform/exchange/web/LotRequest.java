package io.xunshi.platform.exchange.web;

import io.xunshi.platform.exchange.Delivery;
import io.xunshi.platform.exchange.PaymentTerms;
import io.xunshi.platform.exchange.TaxBasis;
import io.xunshi.platform.exchange.domain.LotTerms;
import io.xunshi.platform.exchange.domain.Packing;
import io.xunshi.platform.exchange.web.OfferFields.DaysField;
import io.xunshi.platform.exchange.web.OfferFields.PlaceField;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.pricing.FormulaRequest;
import io.xunshi.platform.pricing.PriceFormula;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a seller says of a lot.
 *
 * @param materialCode a node of the tree that has none below it
 * @param quantity grams, or pieces of what is traded by the piece
 * @param toleranceBasisPoints how much more or less may be delivered, at most 1,000; 0 for pieces
 * @param quality answers to the material's quality attributes
 * @param price asked for a tonne or a piece; left out where buyers are to say one
 * @param formula what a price that is agreed is added to; of a FIXED one zero; left out where there are neither
 *     reference prices nor deductions for quality
 * @param leastQuantity the smallest part that is sold; left out where it is sold as a whole
 * @param inspection left out where there is nothing to look at before
 * @param photoIds of photos that the caller uploaded, at most twelve
 * @param lastDay of the offer, in the city's time, at most ninety days from today
 */
record LotRequest(
        @NotNull @Size(max = 40) @Pattern(regexp = PlainText.LINE)
        String materialCode,

        @NotNull @Pattern(regexp = PlainText.LINE) String title,
        @Nullable @Pattern(regexp = PlainText.LINES) String description,
        @NotNull Long quantity,
        @NotNull Integer toleranceBasisPoints,

        @NotNull @Size(max = 60)
        Map<@NotNull @Size(max = 40) String, @NotNull @Size(max = 200) @Pattern(regexp = PlainText.LINE) String>
                quality,

        @NotNull Packing packing,
        @NotNull @Valid PlaceField place,
        @NotNull Delivery delivery,
        @NotNull PaymentTerms payment,
        @NotNull TaxBasis tax,
        @Nullable Money price,
        @Nullable @Valid FormulaRequest formula,
        @Nullable Long leastQuantity,
        @Nullable @Valid DaysField inspection,
        @Nullable @Size(max = 60) List<@NotNull UUID> photoIds,
        @NotNull LocalDate lastDay) {

    LotTerms terms(PriceFormula read) {
        return new LotTerms(
                materialCode,
                title,
                Objects.requireNonNullElse(description, ""),
                quantity,
                toleranceBasisPoints,
                quality,
                packing,
                place.place(),
                delivery,
                payment,
                tax,
                price,
                read,
                Objects.requireNonNullElse(leastQuantity, quantity),
                inspection == null ? null : inspection.days(),
                Objects.requireNonNullElse(photoIds, List.<UUID>of()).stream()
                        .distinct()
                        .map(PhotoId::new)
                        .toList(),
                lastDay);
    }
}
