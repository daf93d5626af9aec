package io.xunshi.platform.tender.web;

import io.xunshi.platform.exchange.Asked;
import io.xunshi.platform.exchange.Delivery;
import io.xunshi.platform.exchange.PaymentTerms;
import io.xunshi.platform.exchange.RequirementField;
import io.xunshi.platform.exchange.TaxBasis;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.tender.usecase.TenderPlan;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer asks for.
 *
 * @param areaCode where the goods are needed: the code of a district, or <code>OUTSIDE</code>
 * @param address outside the city it begins with province and city
 * @param tax what the buyer would have prices include
 * @param invited 统一社会信用代码 of the organisations that may see it and quote; left out where everybody may
 * @param demandId the buyer's own demand that it begins as
 * @param closesAt between two hours and sixty days from now
 * @param awardBy between an hour and fourteen days after the close
 */
record TenderRequest(
        @NotNull @Pattern(regexp = PlainText.LINE) String title,
        @Nullable @Pattern(regexp = PlainText.LINES) String description,

        @NotNull @Size(max = 40) @Pattern(regexp = PlainText.LINE)
        String areaCode,

        @NotNull @Pattern(regexp = PlainText.LINE) String address,
        @NotNull Delivery delivery,
        @NotNull PaymentTerms payment,
        @NotNull TaxBasis tax,
        @Nullable @Size(max = 100) List<@NotNull @Size(max = 18) @Pattern(regexp = PlainText.LINE) String> invited,
        @Nullable UUID demandId,
        @NotNull @Size(max = 20) List<@NotNull @Valid Line> lines,
        @NotNull Instant closesAt,
        @NotNull Instant awardBy) {

    TenderPlan plan() {
        return new TenderPlan(
                title,
                Objects.requireNonNullElse(description, ""),
                areaCode,
                address,
                delivery,
                payment,
                tax,
                invited == null ? Set.of() : Set.copyOf(invited),
                demandId,
                lines.stream().map(Line::asked).toList(),
                closesAt.truncatedTo(ChronoUnit.SECONDS),
                awardBy.truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * One thing that is asked for.
     *
     * @param materialCode a node of the tree; anything below it will do
     * @param quantity grams, or pieces of what is traded by the piece
     * @param leastQuantity the smallest part that one supplier may take; left out where it is not divided
     * @param quality what the goods must answer
     */
    record Line(
            @NotNull @Size(max = 40) @Pattern(regexp = PlainText.LINE)
            String materialCode,

            @NotNull Long quantity,
            @Nullable Long leastQuantity,

            @Nullable @Size(max = 60) Map<@NotNull @Size(max = 40) String, @NotNull @Valid RequirementField> quality) {

        Asked asked() {
            return new Asked(
                    materialCode,
                    quantity,
                    Objects.requireNonNullElse(leastQuantity, quantity),
                    quality == null
                            ? Map.of()
                            : quality.entrySet().stream()
                                    .collect(Collectors.toMap(
                                            Map.Entry::getKey,
                                            field -> field.getValue().requirement())));
        }
    }
}
