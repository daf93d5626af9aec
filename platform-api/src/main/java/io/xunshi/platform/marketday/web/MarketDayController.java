package io.xunshi.platform.marketday.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.NewBusiness;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.marketday.usecase.FindDays;
import io.xunshi.platform.marketday.usecase.TakeStall;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Market days (集市日): everybody finds them, residents apply for stalls. */
@RestController
@RequestMapping("/api/v1/market-days")
class MarketDayController {
    private final FindDays findDays;
    private final TakeStall takeStall;

    MarketDayController(FindDays findDays, TakeStall takeStall) {
        this.findDays = findDays;
        this.takeStall = takeStall;
    }

    /**
     * Those to come, the soonest first.
     *
     * @param near <code>lat,lon</code>, degrees; distances are from there
     * @param district without <code>near</code>, distances are from its centre
     */
    @GetMapping
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<List<MarketDayResponse>> coming(
            @RequestParam(required = false) @Nullable @Pattern(regexp = Place.FORM) String near,
            @RequestParam(required = false) @Nullable @Size(max = 40) String district) {
        var reader = Place.parse(near);
        return near != null && reader == null
                ? Mono.error(FieldFault.refuse(List.of(new FieldFault("near", "marketday.field.nowhere"))))
                : findDays.coming(reader, district)
                        .map(days -> days.stream().map(MarketDayResponse::of).toList());
    }

    @GetMapping("/{id}")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<MarketDayResponse> read(@PathVariable UUID id) {
        return findDays.find(id).map(MarketDayResponse::of);
    }

    /** With a number while there are any, otherwise on the waiting list. */
    @PostMapping("/{id}/stalls")
    @ResponseStatus(HttpStatus.CREATED)
    @NewBusiness
    @Access(Caller.RESIDENT)
    @RequireIdempotencyKey
    Mono<StallResponse> apply(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody ApplyRequest request) {
        return takeStall
                .apply(
                        who.id(),
                        id,
                        request.shownName().strip(),
                        request.goods().stream().distinct().toList())
                .flatMap(stall -> findDays.stallOf(who.id(), stall.id()))
                .map(StallResponse::of);
    }

    /**
     * @param shownName what the organiser reads on the day; need not be a real name
     * @param goods root categories of what will be sold
     */
    record ApplyRequest(
            @NotBlank @Size(max = 20) @Pattern(regexp = PlainText.LINE)
            String shownName,

            @NotEmpty @Size(max = 5) List<@NotNull @Size(max = 40) String> goods) {}
}
