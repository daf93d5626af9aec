package io.xunshi.platform.custody.web;

import io.xunshi.platform.custody.domain.CustodyModel;
import io.xunshi.platform.custody.domain.Held;
import io.xunshi.platform.custody.domain.Output;
import io.xunshi.platform.custody.domain.ProcessKind;
import io.xunshi.platform.custody.domain.Recipe;
import io.xunshi.platform.custody.usecase.EnterBatch;
import io.xunshi.platform.custody.usecase.EnterBatch.Arrival;
import io.xunshi.platform.custody.usecase.FindCustody;
import io.xunshi.platform.custody.usecase.FindCustody.Balance;
import io.xunshi.platform.exchange.Source;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.OrganisationId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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

/** Parcels (料批) and batches (批次) of organisations, for their members. */
@RestController
@RequestMapping("/api/v1")
class CustodyController {
    private final EnterBatch enterBatch;
    private final FindCustody findCustody;

    CustodyController(EnterBatch enterBatch, FindCustody findCustody) {
        this.enterBatch = enterBatch;
        this.findCustody = findCustody;
    }

    /** Something was weighed in at a site; it is entered into the stock account too. */
    @PostMapping("/organisations/{id}/custody-receipts")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER})
    @RequireIdempotencyKey
    Mono<BatchResponse> receive(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("id") UUID organisation,
            @Valid @RequestBody ArrivalRequest request) {
        return enterBatch
                .receive(who.id(), new OrganisationId(organisation), request.arrival())
                .map(BatchResponse::of);
    }

    /** What the stock account has and no parcel is made of yet lies at a site. */
    @PostMapping("/organisations/{id}/custody-openings")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER})
    @RequireIdempotencyKey
    Mono<BatchResponse> open(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("id") UUID organisation,
            @Valid @RequestBody OpeningRequest request) {
        return enterBatch
                .open(
                        who.id(),
                        new OrganisationId(organisation),
                        request.siteId(),
                        request.materialCode(),
                        request.grams())
                .map(BatchResponse::of);
    }

    /** Parcels are split, merged, processed or counted. To the gram, what goes in comes out or is lost. */
    @PostMapping("/organisations/{id}/custody-batches")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER})
    @RequireIdempotencyKey
    Mono<BatchResponse> compose(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("id") UUID organisation,
            @Valid @RequestBody BatchRequest request) {
        return enterBatch
                .compose(who.id(), new OrganisationId(organisation), request.work())
                .map(BatchResponse::of);
    }

    /** Takes a batch back that was entered wrongly, by a counter entry. */
    @PostMapping("/custody-batches/{id}/reversal")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER})
    @RequireIdempotencyKey
    Mono<BatchResponse> reverse(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody ReversalRequest request) {
        return enterBatch.reverse(who.id(), id, request.reason().strip()).map(BatchResponse::of);
    }

    /** Newest first. */
    @GetMapping("/organisations/{id}/custody-batches")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<Page<BatchResponse>> batches(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("id") UUID organisation,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findCustody
                .batches(who.id(), new OrganisationId(organisation), Cursor.decode(cursor), limit)
                .map(page -> page.map(BatchResponse::of));
    }

    @GetMapping("/custody-batches/{id}")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<BatchResponse> batch(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findCustody.batch(who.id(), id).map(BatchResponse::of);
    }

    /** Parcels of which something is left, newest first. */
    @GetMapping("/organisations/{id}/parcels")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<Page<ParcelResponse>> parcels(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("id") UUID organisation,
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(required = false) @Nullable @Size(max = 40) @Pattern(regexp = PlainText.LINE) String material,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findCustody
                .parcels(who.id(), new OrganisationId(organisation), site, material, Cursor.decode(cursor), limit)
                .map(page -> page.map(ParcelResponse::of));
    }

    /** What the stock account has of each material, and where it stands in parcels. */
    @GetMapping("/organisations/{id}/custody-balance")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<Balances> balance(@AuthenticationPrincipal SignedIn who, @PathVariable("id") UUID organisation) {
        return findCustody
                .balance(who.id(), new OrganisationId(organisation))
                .map(items ->
                        new Balances(items.stream().map(BalanceResponse::of).toList()));
    }

    /** Yield bounds in force today. */
    @GetMapping("/custody-recipes")
    @Access(Caller.PUBLIC)
    Mono<Recipes> recipes() {
        return findCustody.recipes().map(RecipeResponse::of).collectList().map(Recipes::new);
    }

    /**
     * @param reference the number of the paper receipt
     * @param happenedOn in the city's time, not after today
     * @param model null for the strongest that the source bears
     */
    record ArrivalRequest(
            @NotNull UUID siteId,

            @NotNull @Size(max = 40) @Pattern(regexp = PlainText.LINE)
            String materialCode,

            @NotNull Long quantity,
            @NotNull Source source,

            @NotBlank @Size(max = 60) @Pattern(regexp = PlainText.LINE)
            String reference,

            @NotNull LocalDate happenedOn,
            @Nullable CustodyModel model) {
        Arrival arrival() {
            return new Arrival(
                    siteId, new Output(materialCode, quantity, model), source, reference.strip(), happenedOn);
        }
    }

    record OpeningRequest(
            @NotNull UUID siteId,

            @NotNull @Size(max = 40) @Pattern(regexp = PlainText.LINE)
            String materialCode,

            @NotNull Long grams) {}

    record ReversalRequest(
            @NotBlank @Size(max = 200) @Pattern(regexp = PlainText.LINE)
            String reason) {}

    record Balances(List<BalanceResponse> items) {}

    /**
     * @param onHandGrams as the stock account says
     * @param inParcelsGrams where it is more than on hand, the rest is sold and not delivered yet, or gone
     */
    record BalanceResponse(String materialCode, long onHandGrams, long inParcelsGrams, List<Held> sites) {
        static BalanceResponse of(Balance balance) {
            return new BalanceResponse(balance.materialCode(), balance.onHand(), balance.inParcels(), balance.held());
        }
    }

    record Recipes(List<RecipeResponse> items) {}

    /** @param materialCode of what goes in, what stands below it included; empty for any */
    record RecipeResponse(
            ProcessKind process,
            String materialCode,
            int edition,
            int minLossBasisPoints,
            int maxLossBasisPoints,
            String source) {
        static RecipeResponse of(Recipe recipe) {
            return new RecipeResponse(
                    recipe.process(),
                    recipe.materialCode(),
                    recipe.edition(),
                    recipe.minLossBp(),
                    recipe.maxLossBp(),
                    recipe.source());
        }
    }
}
