package io.xunshi.platform.exchange.web;

import io.xunshi.platform.exchange.domain.LotTerms.Days;
import io.xunshi.platform.exchange.domain.LotTerms.Place;
import io.xunshi.platform.exchange.usecase.FindSupplyAndDemand.Shown;
import io.xunshi.platform.http.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What lots and demands say in the same words. */
final class OfferFields {
    private OfferFields() {}

    /**
     * Where goods lie, or are needed.
     *
     * @param areaCode the code of a district, or <code>OUTSIDE</code>
     * @param address outside the city it begins with province and city
     */
    record PlaceField(
            @NotNull @Size(max = 40) @Pattern(regexp = PlainText.LINE)
            String areaCode,

            @NotNull @Pattern(regexp = PlainText.LINE) String address) {
        Place place() {
            return new Place(areaCode, address);
        }

        static PlaceField of(Place place) {
            return new PlaceField(place.areaCode(), place.address());
        }
    }

    /** From the first to the last day, in the city's time. */
    record DaysField(@NotNull LocalDate from, @NotNull LocalDate to) {
        Days days() {
            return new Days(from, to);
        }

        static DaysField of(Days days) {
            return new DaysField(days.from(), days.to());
        }

        static @Nullable DaysField ofNullable(@Nullable Days days) {
            return days == null ? null : of(days);
        }
    }

    /** An organisation as others see it. */
    record Party(UUID id, String name, String place) {
        static Party of(Shown<?> shown) {
            return new Party(
                    shown.party().id().value(),
                    shown.party().name(),
                    shown.party().place());
        }
    }
}
