package io.xunshi.platform.exchange.web;

import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.domain.Lot;
import io.xunshi.platform.exchange.domain.LotTerms;
import io.xunshi.platform.exchange.usecase.FindSupplyAndDemand;
import io.xunshi.platform.exchange.usecase.FindSupplyAndDemand.Looked;
import io.xunshi.platform.exchange.usecase.OfferLot;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.EntityVersion;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.NewBusiness;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.pricing.ReferencePrices;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lots (货源): everybody reads them, members of organisations offer them. */
@RestController
@RequestMapping("/api/v1")
class LotController {
    private final OfferLot offerLot;
    private final FindSupplyAndDemand findSupplyAndDemand;
    private final ReferencePrices referencePrices;

    LotController(OfferLot offerLot, FindSupplyAndDemand findSupplyAndDemand, ReferencePrices referencePrices) {
        this.offerLot = offerLot;
        this.findSupplyAndDemand = findSupplyAndDemand;
        this.referencePrices = referencePrices;
    }

    /** Sets the quantity aside in the organisation's stock. */
    @PostMapping("/organisations/{id}/lots")
    @NewBusiness
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @RequireIdempotencyKey
    Mono<ResponseEntity<LotResponse>> offer(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("id") UUID organisation,
            @Valid @RequestBody LotRequest request) {
        return termsOf(request)
                .flatMap(terms -> offerLot.look(who.id(), terms.photos())
                        .flatMap(pictures ->
                                offerLot.offer(who.id(), new OrganisationId(organisation), terms, pictures)))
                .flatMap(lot -> response(lot, HttpStatus.CREATED));
    }

    /** While nobody holds it. */
    @PutMapping("/lots/{id}")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    Mono<ResponseEntity<LotResponse>> edit(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody LotRequest request) {
        return termsOf(request)
                .flatMap(terms -> offerLot.look(who.id(), terms.photos())
                        .flatMap(pictures ->
                                offerLot.edit(who.id(), new LotId(id), EntityVersion.of(ifMatch), terms, pictures)))
                .flatMap(lot -> response(lot, HttpStatus.OK));
    }

    /** Takes the offer back; what it promised may be offered again. */
    @PostMapping("/lots/{id}/withdrawal")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    Mono<ResponseEntity<LotResponse>> withdraw(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return offerLot.withdraw(who.id(), new LotId(id)).flatMap(lot -> response(lot, HttpStatus.OK));
    }

    @GetMapping("/lots/{id}")
    @Access(Caller.PUBLIC)
    Mono<ResponseEntity<LotResponse>> read(@PathVariable UUID id) {
        return findSupplyAndDemand.findLot(new LotId(id)).map(LotResponse::of).map(lot -> response(lot, HttpStatus.OK));
    }

    /**
     * On offer now, newest first.
     *
     * @param q words that must all be in the title
     * @param material a node of the tree, and what stands below it
     * @param area where the goods lie
     */
    @GetMapping("/lots")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<Page<LotResponse>> onOffer(
            @RequestParam(defaultValue = "") @Size(max = 100) @Pattern(regexp = PlainText.LINE) String q,
            @RequestParam(required = false) @Nullable @Size(max = 40) @Pattern(regexp = PlainText.LINE) String material,
            @RequestParam(required = false) @Nullable @Size(max = 40) @Pattern(regexp = PlainText.LINE) String area,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findSupplyAndDemand
                .findLots(new Looked(q, material, area), Cursor.decode(cursor), limit)
                .map(page -> page.map(LotResponse::of));
    }

    /** An organisation's own, in whatever state. */
    @GetMapping("/organisations/{id}/lots")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<Page<LotResponse>> own(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("id") UUID organisation,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findSupplyAndDemand
                .findOwnLots(who.id(), new OrganisationId(organisation), Cursor.decode(cursor), limit)
                .map(page -> page.map(LotResponse::of));
    }

    /** Open demands that the lot answers, newest first. */
    @GetMapping("/lots/{id}/fitting-demands")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<FittingDemands> demandsFor(@PathVariable UUID id) {
        return findSupplyAndDemand
                .demandsFor(new LotId(id))
                .map(found -> new FittingDemands(
                        found.stream().map(DemandResponse::of).toList()));
    }

    private Mono<LotTerms> termsOf(LotRequest request) {
        return Mono.justOrEmpty(request.formula())
                .flatMap(formula -> referencePrices.formula(formula.json()))
                .defaultIfEmpty(LotTerms.PLAIN)
                .map(request::terms);
    }

    private Mono<ResponseEntity<LotResponse>> response(Lot lot, HttpStatus status) {
        return findSupplyAndDemand.findLot(lot.id()).map(LotResponse::of).map(shown -> response(shown, status));
    }

    private static ResponseEntity<LotResponse> response(LotResponse lot, HttpStatus status) {
        return ResponseEntity.status(status)
                .eTag(EntityVersion.tag(lot.version()))
                .body(lot);
    }

    record FittingDemands(List<DemandResponse> items) {}
}
