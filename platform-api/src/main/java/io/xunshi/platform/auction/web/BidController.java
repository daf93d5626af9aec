package io.xunshi.platform.auction.web;

import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.usecase.BidForPart;
import io.xunshi.platform.auction.usecase.BidForPart.WantedPart;
import io.xunshi.platform.auction.usecase.BidSealed;
import io.xunshi.platform.auction.usecase.FindSales;
import io.xunshi.platform.auction.usecase.PayDeposit;
import io.xunshi.platform.auction.usecase.PlaceBid;
import io.xunshi.platform.auction.usecase.PlaceBid.Placed;
import io.xunshi.platform.auction.usecase.PlaceBid.WantedBid;
import io.xunshi.platform.auction.web.PositionResponse.DepositResponse;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.NewBusiness;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.organisation.OrganisationId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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

/** What members do for organisations that bid: the deposit, and bids in whatever format. */
@RestController
@RequestMapping("/api/v1")
class BidController {
    private final PayDeposit payDeposit;
    private final PlaceBid placeBid;
    private final BidForPart bidForPart;
    private final BidSealed bidSealed;
    private final FindSales findSales;

    BidController(
            PayDeposit payDeposit, PlaceBid placeBid, BidForPart bidForPart, BidSealed bidSealed, FindSales findSales) {
        this.payDeposit = payDeposit;
        this.placeBid = placeBid;
        this.bidForPart = bidForPart;
        this.bidSealed = bidSealed;
        this.findSales = findSales;
    }

    /** Asks for the deposit, once for each organisation; the answer says where it is paid. */
    @PostMapping("/auctions/{id}/deposit")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.FINANCE})
    @Limited("orders")
    @RequireIdempotencyKey
    @NewBusiness
    Mono<DepositResponse> pay(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody SideRequest request) {
        return payDeposit.pay(who.id(), new AuctionId(id), request.side()).map(DepositResponse::of);
    }

    /** Which auction a deposit is for: the payment provider sends people back with its id. */
    @GetMapping("/auction-deposits/{id}")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.FINANCE})
    Mono<DepositedResponse> deposited(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findSales.auctionOf(who.id(), id).map(auction -> new DepositedResponse(auction.value()));
    }

    /** Where the organisation stands. */
    @GetMapping("/auctions/{id}/position")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.FINANCE})
    Mono<PositionResponse> position(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @RequestParam UUID organisation) {
        return findSales
                .position(who.id(), new AuctionId(id), new OrganisationId(organisation))
                .map(PositionResponse::of);
    }

    /** Bids; for who is ahead it raises the ceiling, and never the price. */
    @PostMapping("/auctions/{id}/bids")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @RequireIdempotencyKey
    @NewBusiness
    Mono<PlacedResponse> bid(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody BidRequest request) {
        return placeBid.place(who.id(), new AuctionId(id), request.wanted()).map(PlacedResponse::of);
    }

    /** Takes some of a lot at what its clock says at this moment. */
    @PostMapping("/auctions/{id}/takes")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @RequireIdempotencyKey
    @NewBusiness
    Mono<AuctionResponse> take(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody TakeRequest request) {
        return bidForPart
                .take(who.id(), new AuctionId(id), new OrganisationId(request.organisation()), request.quantity())
                .map(AuctionResponse::of);
    }

    /** Bids for some of a lot, or improves the own bid. */
    @PostMapping("/auctions/{id}/part-bids")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @RequireIdempotencyKey
    @NewBusiness
    Mono<AuctionResponse> bidForPart(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody PartBidRequest request) {
        return bidForPart.bid(who.id(), new AuctionId(id), request.wanted()).map(AuctionResponse::of);
    }

    /** Hands in the hash of a sealed bid, once in each round and for good. */
    @PostMapping("/auctions/{id}/commitments")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @RequireIdempotencyKey
    @NewBusiness
    Mono<AuctionResponse> handIn(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody CommitRequest request) {
        return bidSealed
                .handIn(who.id(), new AuctionId(id), new OrganisationId(request.organisation()), request.commitment())
                .map(AuctionResponse::of);
    }

    /** Opens the own sealed bid: says what was hashed. */
    @PostMapping("/auctions/{id}/openings")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    Mono<AuctionResponse> open(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody OpenRequest request) {
        return bidSealed
                .open(
                        who.id(),
                        new AuctionId(id),
                        new OrganisationId(request.organisation()),
                        request.amountFen(),
                        request.nonce())
                .map(AuctionResponse::of);
    }

    /** @param organisation for which the member acts */
    record SideRequest(@NotNull UUID organisation) {

        OrganisationId side() {
            return new OrganisationId(organisation);
        }
    }

    /**
     * All amounts in fen per tonne, or per piece.
     *
     * @param amountFen what the price shall at once be raised to; left out for no more than it takes
     * @param ceilingFen up to which automatic bids are made; the same as the amount for a plain bid
     * @param ownStepFen by how much they climb; left out for the ladder's steps
     * @param confirmation the token of the refusal that asked whether so much is meant
     */
    record BidRequest(
            @NotNull UUID organisation,
            @Nullable @Min(1) Long amountFen,
            @Min(1) long ceilingFen,
            @Nullable @Min(1) Long ownStepFen,
            @Nullable @Pattern(regexp = "[0-9a-f]{64}") String confirmation) {

        WantedBid wanted() {
            return new WantedBid(new OrganisationId(organisation), amountFen, ceilingFen, ownStepFen, confirmation);
        }
    }

    /** @param bid what everybody sees of it */
    record PlacedResponse(AuctionResponse auction, BidResponse bid) {

        static PlacedResponse of(Placed placed) {
            var price = placed.auction().priceFen();
            return new PlacedResponse(
                    AuctionResponse.of(placed.sale()),
                    BidResponse.of(placed.bid().shownAt(price)));
        }
    }

    /** @param quantity grams or pieces */
    record TakeRequest(@NotNull UUID organisation, @Min(1) long quantity) {}

    /**
     * @param priceFen per tonne, or per piece
     * @param quantity grams or pieces
     * @param takesLess whether the bidder is content with less where not enough is left
     */
    record PartBidRequest(
            @NotNull UUID organisation,
            @Min(1) long priceFen,
            @Min(1) long quantity,
            boolean takesLess) {

        WantedPart wanted() {
            return new WantedPart(new OrganisationId(organisation), priceFen, quantity, takesLess);
        }
    }

    /**
     * @param commitment SHA-256 of the lot's id in sixteen bytes, the paddle number in four, the amount in fen per unit
     *     in eight, each with its big end first, and a nonce of thirty-two bytes; hexadecimal
     */
    record CommitRequest(
            @NotNull UUID organisation,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String commitment) {}

    /**
     * @param amountFen per tonne, or per piece
     * @param nonce thirty-two bytes, hexadecimal
     */
    record OpenRequest(
            @NotNull UUID organisation,
            @Min(1) long amountFen,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String nonce) {}

    record DepositedResponse(UUID auctionId) {}
}
