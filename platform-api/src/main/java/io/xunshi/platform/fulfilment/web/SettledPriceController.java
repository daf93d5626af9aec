package io.xunshi.platform.fulfilment.web;

import io.xunshi.platform.fulfilment.domain.SettledPrice;
import io.xunshi.platform.fulfilment.usecase.FindSettledPrices;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.pricing.Side;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What an organisation's own deals were settled at. */
@RestController
class SettledPriceController {
    private static final int MONTHS = 12;

    private final FindSettledPrices findSettledPrices;
    private final Clock clock;

    SettledPriceController(FindSettledPrices findSettledPrices, Clock clock) {
        this.findSettledPrices = findSettledPrices;
        this.clock = clock;
    }

    /** Of the last twelve months, on either side, oldest first; the newest five hundred of them. */
    @GetMapping("/api/v1/organisations/{id}/settled-prices")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.FINANCE})
    Mono<SettledPrices> own(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        var from = LocalDate.ofInstant(clock.instant(), CityTime.ZONE).minusMonths(MONTHS);
        return findSettledPrices
                .of(who.id(), new OrganisationId(id), from)
                .map(found -> new SettledPrices(
                        found.stream().map(SettledPriceResponse::of).toList()));
    }

    record SettledPrices(List<SettledPriceResponse> items) {}

    /**
     * @param day of the final statement, in the city's time
     * @param fenPerTonne after all deductions
     * @param grams that were paid for
     */
    record SettledPriceResponse(
            UUID dealId, String dealCode, String materialCode, Side side, LocalDate day, long fenPerTonne, long grams) {
        static SettledPriceResponse of(SettledPrice price) {
            return new SettledPriceResponse(
                    price.deal().value(),
                    price.dealCode(),
                    price.materialCode(),
                    price.side(),
                    price.day(),
                    price.fenPerTonne(),
                    price.grams());
        }
    }
}
