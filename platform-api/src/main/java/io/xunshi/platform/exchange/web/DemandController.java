package io.xunshi.platform.exchange.web;

import io.xunshi.platform.exchange.domain.Demand;
import io.xunshi.platform.exchange.usecase.FindSupplyAndDemand;
import io.xunshi.platform.exchange.usecase.FindSupplyAndDemand.Looked;
import io.xunshi.platform.exchange.usecase.PostDemand;
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
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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

/** Demands (求购) of organisations: everybody reads them, members post them. */
@RestController
@RequestMapping("/api/v1")
class DemandController {
    private final PostDemand postDemand;
    private final FindSupplyAndDemand findSupplyAndDemand;

    DemandController(PostDemand postDemand, FindSupplyAndDemand findSupplyAndDemand) {
        this.postDemand = postDemand;
        this.findSupplyAndDemand = findSupplyAndDemand;
    }

    @PostMapping("/organisations/{id}/demands")
    @NewBusiness
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @RequireIdempotencyKey
    Mono<ResponseEntity<DemandResponse>> post(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("id") UUID organisation,
            @Valid @RequestBody DemandRequest request) {
        return postDemand
                .post(who.id(), new OrganisationId(organisation), request.terms())
                .flatMap(demand -> response(demand, HttpStatus.CREATED));
    }

    @PutMapping("/demands/{id}")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    Mono<ResponseEntity<DemandResponse>> edit(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody DemandRequest request) {
        return postDemand
                .edit(who.id(), id, EntityVersion.of(ifMatch), request.terms())
                .flatMap(demand -> response(demand, HttpStatus.OK));
    }

    /** The buyer has what was looked for, or looks no longer. */
    @PostMapping("/demands/{id}/ending")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    Mono<ResponseEntity<DemandResponse>> end(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody DemandEnding request) {
        return postDemand.end(who.id(), id, request.met()).flatMap(demand -> response(demand, HttpStatus.OK));
    }

    @GetMapping("/demands/{id}")
    @Access(Caller.PUBLIC)
    Mono<ResponseEntity<DemandResponse>> read(@PathVariable UUID id) {
        return findSupplyAndDemand
                .findDemand(id)
                .map(DemandResponse::of)
                .map(demand -> response(demand, HttpStatus.OK));
    }

    /**
     * Open now, newest first.
     *
     * @param q words that must all be in the title
     * @param material a node of the tree, and what stands below it
     * @param area where the goods are needed
     */
    @GetMapping("/demands")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<Page<DemandResponse>> open(
            @RequestParam(defaultValue = "") @Size(max = 100) @Pattern(regexp = PlainText.LINE) String q,
            @RequestParam(required = false) @Nullable @Size(max = 40) @Pattern(regexp = PlainText.LINE) String material,
            @RequestParam(required = false) @Nullable @Size(max = 40) @Pattern(regexp = PlainText.LINE) String area,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findSupplyAndDemand
                .findDemands(new Looked(q, material, area), Cursor.decode(cursor), limit)
                .map(page -> page.map(DemandResponse::of));
    }

    /** An organisation's own, in whatever state. */
    @GetMapping("/organisations/{id}/demands")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<Page<DemandResponse>> own(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("id") UUID organisation,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findSupplyAndDemand
                .findOwnDemands(who.id(), new OrganisationId(organisation), Cursor.decode(cursor), limit)
                .map(page -> page.map(DemandResponse::of));
    }

    /** Lots on offer that answer the demand, newest first. */
    @GetMapping("/demands/{id}/fitting-lots")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<FittingLots> lotsFor(@PathVariable UUID id) {
        return findSupplyAndDemand
                .lotsFor(id)
                .map(found ->
                        new FittingLots(found.stream().map(LotResponse::of).toList()));
    }

    private Mono<ResponseEntity<DemandResponse>> response(Demand demand, HttpStatus status) {
        return findSupplyAndDemand
                .findDemand(demand.id())
                .map(DemandResponse::of)
                .map(shown -> response(shown, status));
    }

    private static ResponseEntity<DemandResponse> response(DemandResponse demand, HttpStatus status) {
        return ResponseEntity.status(status)
                .eTag(EntityVersion.tag(demand.version()))
                .body(demand);
    }

    record DemandEnding(@NotNull Boolean met) {}

    record FittingLots(List<LotResponse> items) {}
}
