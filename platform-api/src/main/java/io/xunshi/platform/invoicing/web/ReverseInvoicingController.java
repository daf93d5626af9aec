package io.xunshi.platform.invoicing.web;

import io.xunshi.platform.exchange.StockReceipts.ResidentReceipt;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.invoicing.InvoiceKind;
import io.xunshi.platform.invoicing.domain.InvoiceNumber;
import io.xunshi.platform.invoicing.domain.Purchase.Invoiced;
import io.xunshi.platform.invoicing.domain.SalesLimit;
import io.xunshi.platform.invoicing.usecase.EnterPurchase;
import io.xunshi.platform.invoicing.usecase.EnterPurchase.Counted;
import io.xunshi.platform.invoicing.usecase.FindPurchases;
import io.xunshi.platform.invoicing.usecase.FindPurchases.SellerRoom;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.GateVerdict;
import io.xunshi.platform.organisation.LicenceKind;
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
import java.util.Objects;
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

/** Invoices that a recycler writes for natural persons who sell to it (反向开票), for those who look after its money. */
@RestController
@RequestMapping("/api/v1")
class ReverseInvoicingController {
    private final FindPurchases findPurchases;
    private final EnterPurchase enterPurchase;

    ReverseInvoicingController(FindPurchases findPurchases, EnterPurchase enterPurchase) {
        this.findPurchases = findPurchases;
        this.enterPurchase = enterPurchase;
    }

    /** Whether the organisation's licences let it do so for a material, today. */
    @GetMapping("/organisations/{id}/reverse-invoicing")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.FINANCE)
    Mono<EligibilityResponse> eligibility(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @RequestParam String material) {
        return findPurchases
                .eligibility(who.id(), new OrganisationId(id), material)
                .map(EligibilityResponse::of);
    }

    /**
     * What came into stock from residents and belongs to no purchase yet, the last entered first. What was bought is
     * left out of a page, which can be empty and not the last.
     */
    @GetMapping("/organisations/{id}/resident-receipts")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.FINANCE)
    Mono<Page<ReceiptResponse>> receipts(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findPurchases
                .openReceipts(who.id(), new OrganisationId(id), Cursor.decode(cursor), limit)
                .map(page -> page.map(ReceiptResponse::of));
    }

    /** Of whom the organisation bought, the last one first, and what may still be invoiced for each this month. */
    @GetMapping("/organisations/{id}/reverse-sellers")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.FINANCE)
    Mono<Sellers> sellers(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findPurchases
                .sellers(who.id(), new OrganisationId(id))
                .map(all -> new Sellers(
                        SalesLimit.LIMIT_FEN,
                        all.stream().map(SellerResponse::of).toList()));
    }

    /** Newest first. */
    @GetMapping("/organisations/{id}/reverse-purchases")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.FINANCE)
    Mono<Page<ReversePurchaseResponse>> purchases(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findPurchases
                .ofOrganisation(who.id(), new OrganisationId(id), Cursor.decode(cursor), limit)
                .map(page -> page.map(ReversePurchaseResponse::of));
    }

    /** Counts a purchase against what may be invoiced for the person; the answer says what room is left. */
    @PostMapping("/organisations/{id}/reverse-purchases")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.FINANCE)
    @RequireIdempotencyKey
    Mono<CountedResponse> enter(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody ReversePurchaseRequest request) {
        return enterPurchase
                .enter(who.id(), new OrganisationId(id), request.bought())
                .map(CountedResponse::of);
    }

    /** The invoice that was written for it in the tax system. */
    @PostMapping("/reverse-purchases/{id}/invoice")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.FINANCE)
    @RequireIdempotencyKey
    Mono<ReversePurchaseResponse> invoice(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody InvoiceRequest request) {
        return enterPurchase.invoice(who.id(), id, request.invoiced()).map(ReversePurchaseResponse::of);
    }

    /** The invoice was taken back; what it counted is free again. */
    @PostMapping("/reverse-purchases/{id}/red-letter")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.FINANCE)
    @RequireIdempotencyKey
    Mono<ReversePurchaseResponse> reverse(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody RedLetterRequest request) {
        return enterPurchase.reverse(who.id(), id, request.reversal()).map(ReversePurchaseResponse::of);
    }

    /** It was entered wrongly, and there is no invoice of it. */
    @PostMapping("/reverse-purchases/{id}/withdrawal")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.FINANCE)
    @RequireIdempotencyKey
    Mono<ReversePurchaseResponse> withdraw(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return enterPurchase.withdraw(who.id(), id).map(ReversePurchaseResponse::of);
    }

    /** @param code left out for a digital invoice, whose number has twenty digits */
    record InvoiceRequest(
            @NotNull InvoiceKind kind,

            @Nullable @Size(max = 20) @Pattern(regexp = PlainText.LINE)
            String code,

            @NotBlank @Size(max = 40) @Pattern(regexp = PlainText.LINE)
            String number,

            @NotNull LocalDate issuedOn) {
        Invoiced invoiced() {
            return new Invoiced(kind, InvoiceNumber.typed(Objects.requireNonNullElse(code, ""), number), issuedOn);
        }
    }

    /** @param missing the licences that it lacks; empty where it may */
    record EligibilityResponse(boolean isEligible, List<MissingLicenceResponse> missing) {
        static EligibilityResponse of(GateVerdict verdict) {
            return switch (verdict) {
                case GateVerdict.Allowed allowed -> new EligibilityResponse(true, List.of());
                case GateVerdict.Refused refused ->
                    new EligibilityResponse(
                            false,
                            refused.missing().stream()
                                    .map(licence -> new MissingLicenceResponse(licence.kind(), licence.reason()))
                                    .toList());
            };
        }
    }

    record MissingLicenceResponse(LicenceKind kind, GateVerdict.Reason reason) {}

    /** @param quantity grams or pieces */
    record ReceiptResponse(UUID id, String materialCode, long quantity, String reference, LocalDate happenedOn) {
        static ReceiptResponse of(ResidentReceipt receipt) {
            return new ReceiptResponse(
                    receipt.id(),
                    receipt.materialCode(),
                    receipt.quantity(),
                    receipt.reference(),
                    receipt.happenedOn());
        }
    }

    /** @param limitFen what may be invoiced for a natural person in any twelve months, without tax */
    record Sellers(long limitFen, List<SellerResponse> items) {}

    /**
     * @param idNumber masked
     * @param ownFen what counts of the organisation's own purchases in these twelve months, without tax
     * @param roomFen what may still be invoiced this month, whoever buys
     * @param isNear four fifths of the limit or more are used up
     */
    record SellerResponse(String name, String idNumber, long ownFen, long roomFen, boolean isNear) {
        static SellerResponse of(SellerRoom room) {
            return new SellerResponse(
                    room.seller().name(),
                    room.seller().maskedNumber(),
                    room.ownFen(),
                    room.roomFen(),
                    SalesLimit.isNear(room.roomFen()));
        }
    }

    /**
     * @param roomFen what may still be invoiced for the person in that month, after it
     * @param isNear four fifths of the limit or more are used up
     */
    record CountedResponse(ReversePurchaseResponse purchase, long roomFen, boolean isNear) {
        static CountedResponse of(Counted counted) {
            return new CountedResponse(
                    ReversePurchaseResponse.of(counted.purchase()),
                    counted.roomFen(),
                    SalesLimit.isNear(counted.roomFen()));
        }
    }
}
