package io.xunshi.platform.invoicing.web;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.deal.DealView;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.invoicing.domain.Owed;
import io.xunshi.platform.invoicing.usecase.AnswerInvoice;
import io.xunshi.platform.invoicing.usecase.EnterInvoice;
import io.xunshi.platform.invoicing.usecase.FindInvoices;
import io.xunshi.platform.invoicing.usecase.FindInvoices.InvoicedDeal;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.OrganisationId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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

/** Invoices of deals (发票), for the two sides. */
@RestController
@RequestMapping("/api/v1")
class DealInvoiceController {
    private final FindInvoices findInvoices;
    private final EnterInvoice enterInvoice;
    private final AnswerInvoice answerInvoice;

    DealInvoiceController(FindInvoices findInvoices, EnterInvoice enterInvoice, AnswerInvoice answerInvoice) {
        this.findInvoices = findInvoices;
        this.enterInvoice = enterInvoice;
        this.answerInvoice = answerInvoice;
    }

    /** What was issued for it, what has to be on the invoice, and whether the four flows agree. */
    @GetMapping("/deals/{id}/invoices")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.FINANCE})
    Mono<OfDealResponse> ofDeal(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findInvoices.ofDeal(who.id(), new DealId(id)).map(OfDealResponse::of);
    }

    /** Takes down what the seller issued in the tax system after the final statement was paid. */
    @PostMapping("/deals/{id}/invoices")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.FINANCE)
    @RequireIdempotencyKey
    Mono<DealInvoiceResponse> enter(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody DealInvoiceRequest request) {
        return enterInvoice.enter(who.id(), new DealId(id), request.issued()).map(DealInvoiceResponse::of);
    }

    /** The buyer has it, and finds it right. */
    @PostMapping("/deal-invoices/{id}/confirmation")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.FINANCE})
    @RequireIdempotencyKey
    Mono<DealInvoiceResponse> confirm(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return answerInvoice.confirm(who.id(), id).map(DealInvoiceResponse::of);
    }

    /** The buyer says what is wrong with it. */
    @PostMapping("/deal-invoices/{id}/objection")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.FINANCE})
    @RequireIdempotencyKey
    Mono<DealInvoiceResponse> object(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody ObjectionRequest request) {
        return answerInvoice.object(who.id(), id, request.reason().strip()).map(DealInvoiceResponse::of);
    }

    /** The seller has taken it back with a red-letter invoice; another may follow. */
    @PostMapping("/deal-invoices/{id}/red-letter")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.FINANCE)
    @RequireIdempotencyKey
    Mono<DealInvoiceResponse> reverse(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody RedLetterRequest request) {
        return enterInvoice.reverse(who.id(), id, request.reversal()).map(DealInvoiceResponse::of);
    }

    /** What an organisation issued or got, newest first. */
    @GetMapping("/organisations/{id}/invoices")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.FINANCE})
    Mono<Page<DealInvoiceResponse>> ofOrganisation(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("id") UUID organisation,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findInvoices
                .ofOrganisation(who.id(), new OrganisationId(organisation), Cursor.decode(cursor), limit)
                .map(page -> page.map(DealInvoiceResponse::of));
    }

    /**
     * Paid deals for which the organisation, as their seller, has still to issue an invoice, the last paid first. Those
     * that have one are left out of a page, which can be empty and not the last.
     */
    @GetMapping("/organisations/{id}/deals-to-invoice")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.FINANCE})
    Mono<Page<ToIssueResponse>> toInvoice(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("id") UUID organisation,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findInvoices
                .toInvoice(who.id(), new OrganisationId(organisation), Cursor.decode(cursor), limit)
                .map(page -> page.map(ToIssueResponse::of));
    }

    record ObjectionRequest(
            @NotBlank @Size(max = 200) @Pattern(regexp = PlainText.LINE)
            String reason) {}

    /**
     * @param owed what an invoice has to say; null until the deal is settled and paid
     * @param items the oldest first, reversed ones too
     * @param flows with the invoice that holds
     */
    record OfDealResponse(
            UUID sellerId,
            UUID buyerId,
            @Nullable OwedResponse owed,
            List<DealInvoiceResponse> items,
            FlowTableResponse flows) {
        static OfDealResponse of(InvoicedDeal deal) {
            var owed = deal.owed();
            return new OfDealResponse(
                    deal.deal().seller().value(),
                    deal.deal().buyer().value(),
                    owed == null ? null : OwedResponse.of(owed),
                    deal.invoices().stream().map(DealInvoiceResponse::of).toList(),
                    FlowTableResponse.of(deal.flows()));
        }
    }

    /**
     * The final statement's figures.
     *
     * @param quantity grams or pieces
     */
    record OwedResponse(
            String sellerName,
            String sellerTaxNumber,
            String buyerName,
            String buyerTaxNumber,
            String materialCode,
            String materialName,
            Measure measure,
            long quantity,
            int rateBasisPoints,
            long netFen,
            long taxFen,
            long totalFen) {
        static OwedResponse of(Owed owed) {
            return new OwedResponse(
                    owed.seller().name(),
                    owed.seller().unifiedSocialCreditCode(),
                    owed.buyer().name(),
                    owed.buyer().unifiedSocialCreditCode(),
                    owed.deal().materialCode(),
                    owed.deal().materialName(),
                    owed.deal().measure(),
                    owed.quantity(),
                    owed.rateBasisPoints(),
                    owed.vat().net(),
                    owed.vat().tax(),
                    owed.vat().gross());
        }
    }

    record ToIssueResponse(UUID dealId, String dealCode, String materialName, Instant agreedAt) {
        static ToIssueResponse of(DealView deal) {
            return new ToIssueResponse(deal.id().value(), deal.code(), deal.materialName(), deal.agreedAt());
        }
    }
}
