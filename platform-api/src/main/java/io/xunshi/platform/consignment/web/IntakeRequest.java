package io.xunshi.platform.consignment.web;

import io.xunshi.platform.consignment.domain.EndChoice;
import io.xunshi.platform.consignment.domain.Markdown;
import io.xunshi.platform.consignment.usecase.TakeIn.Intake;
import io.xunshi.platform.consignment.usecase.TakeIn.Thing;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ConditionReport;
import io.xunshi.platform.media.PhotoId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is handed in at one time, and what was agreed on about it. */
record IntakeRequest(
        @NotNull @Valid ConsignorRequest consignor,
        @NotNull @Min(7) @Max(365) Integer termDays,
        @NotNull @Size(max = 5) List<@NotNull @Valid MarkdownRequest> markdowns,
        @NotNull EndChoice endChoice,
        @NotEmpty @Size(max = 30) List<@NotNull @Valid ItemRequest> items) {

    Intake intake() {
        return new Intake(
                consignor.contact(),
                consignor.name(),
                termDays,
                markdowns.stream().map(MarkdownRequest::markdown).toList(),
                endChoice,
                items.stream().map(ItemRequest::thing).toList());
    }

    /**
     * One of the two.
     *
     * @param contact of an account
     * @param name of somebody without one
     */
    record ConsignorRequest(
            @Nullable @Size(max = 100) String contact,

            @Nullable @Size(min = 1, max = 40) @Pattern(regexp = PlainText.LINE)
            String name) {}

    /** Steps do not add up; later ones take more off. */
    record MarkdownRequest(
            @NotNull @Min(1) @Max(364) Integer afterDays,
            @NotNull @Min(1) @Max(90) Integer percentOff) {

        Markdown markdown() {
            return new Markdown(afterDays, percentOff);
        }
    }

    /**
     * One thing.
     *
     * @param price what it was appraised at
     * @param minimumPrice no mark-down goes below it
     * @param report what the point answers about its condition; may be left out
     * @param shelf where it stands
     */
    record ItemRequest(
            @NotBlank @Size(max = 60) String title,
            @NotNull @Size(max = 3500) String description,
            @NotBlank @Size(max = 60) String categoryCode,
            @Nullable Map<String, @NotNull String> attributes,
            @NotBlank @Size(max = 20) String conditionCode,
            @NotNull Money price,
            @NotNull Money minimumPrice,
            @NotEmpty @Size(max = 12) List<@NotNull UUID> photoIds,
            @Nullable ConditionReport report,

            @NotBlank @Size(max = 40) @Pattern(regexp = PlainText.LINE)
            String shelf) {

        Thing thing() {
            return new Thing(
                    title,
                    description,
                    categoryCode,
                    Objects.requireNonNullElse(attributes, Map.of()),
                    conditionCode,
                    price,
                    minimumPrice,
                    photoIds.stream().map(PhotoId::new).toList(),
                    report,
                    shelf);
        }
    }
}
