package io.xunshi.platform.matching.web;

import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.matching.domain.SavedOfferSearch;
import io.xunshi.platform.matching.usecase.SaveOfferSearch;
import io.xunshi.platform.search.OfferSearchFor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Searches for lots and demands that a person wants to hear from. */
@RestController
@RequestMapping("/api/v1/my/saved-offer-searches")
class SavedOfferSearchController {
    private final SaveOfferSearch saveOfferSearch;

    SavedOfferSearchController(SaveOfferSearch saveOfferSearch) {
        this.saveOfferSearch = saveOfferSearch;
    }

    /** Last saved first. */
    @GetMapping
    @Access(Caller.SIGNED_IN)
    Mono<ListResponse> mine(@AuthenticationPrincipal SignedIn who) {
        return saveOfferSearch
                .find(who.id())
                .map(found ->
                        new ListResponse(found.stream().map(ItemResponse::of).toList()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @RequireIdempotencyKey
    Mono<ItemResponse> save(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody SaveRequest request) {
        return saveOfferSearch
                .save(who.id(), request.name().strip(), request.criteria().search(request.side()))
                .map(ItemResponse::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> remove(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return saveOfferSearch.remove(who.id(), id);
    }

    record SaveRequest(
            @NotBlank @Size(max = 40) @Pattern(regexp = PlainText.LINE)
            String name,

            @NotNull OfferSide side,
            @NotNull @Valid Criteria criteria) {}

    /** As the parameters of the search are. */
    record Criteria(
            @Nullable @Size(max = 100) @Pattern(regexp = PlainText.LINE)
            String q,

            @Nullable @Size(max = 30) List<@NotNull @Size(max = 40) @Pattern(regexp = PlainText.LINE) String> material,
            @Nullable @Size(max = 30) List<@NotNull @Size(max = 40) @Pattern(regexp = PlainText.LINE) String> area,
            @Nullable @Size(max = 30) List<@NotNull @Size(max = 40) @Pattern(regexp = PlainText.LINE) String> delivery,
            @Nullable @Size(max = 30) List<@NotNull @Size(max = 40) @Pattern(regexp = PlainText.LINE) String> payment,
            @Nullable @Size(max = 30) List<@NotNull @Size(max = 40) @Pattern(regexp = PlainText.LINE) String> tax,
            @Nullable @Size(max = 30) List<@NotNull @Size(max = 40) @Pattern(regexp = PlainText.LINE) String> packing,

            @Nullable @Size(max = 30)
            List<@NotNull @Size(max = 40) @Pattern(regexp = PlainText.LINE) String> priceBasis,

            @Nullable @Size(max = 30) List<@NotNull @Size(max = 40) @Pattern(regexp = PlainText.LINE) String> state,
            @Nullable @Size(max = 10) List<@NotNull @Size(max = 250) @Pattern(regexp = PlainText.LINE) String> quality,
            @Nullable @PositiveOrZero Long minQuantity,
            @Nullable @PositiveOrZero Long maxQuantity,
            @Nullable @PositiveOrZero Long minPrice,
            @Nullable @PositiveOrZero Long maxPrice,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        OfferSearchFor search(OfferSide side) {
            return new OfferSearchFor(
                    side,
                    Objects.requireNonNullElse(q, "").strip(),
                    orNone(material),
                    orNone(area),
                    orNone(delivery),
                    orNone(payment),
                    orNone(tax),
                    orNone(packing),
                    orNone(priceBasis),
                    orNone(state),
                    orNone(quality),
                    minQuantity,
                    maxQuantity,
                    minPrice,
                    maxPrice,
                    from,
                    to);
        }

        private static List<String> orNone(@Nullable List<String> values) {
            return Objects.requireNonNullElse(values, List.of());
        }
    }

    record ListResponse(List<ItemResponse> items) {}

    record ItemResponse(UUID id, String name, OfferSearchFor search, Instant savedAt) {
        static ItemResponse of(SavedOfferSearch saved) {
            return new ItemResponse(saved.id(), saved.name(), saved.search(), saved.savedAt());
        }
    }
}
