package io.xunshi.platform.tender.web;

import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.NewBusiness;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.tender.TenderId;
import io.xunshi.platform.tender.domain.AwardPick;
import io.xunshi.platform.tender.usecase.AwardTender;
import io.xunshi.platform.tender.usecase.CompareQuotes;
import io.xunshi.platform.tender.usecase.QuoteLine;
import io.xunshi.platform.tender.usecase.QuoteLine.Said;
import io.xunshi.platform.tender.web.QuoteResponse.WithTender;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Quotes for tenders: sealed until the close, then compared and taken. */
@RestController
@RequestMapping("/api/v1")
class QuoteController {
    private static final int PICKS_MAX = 200;

    private final QuoteLine quoteLine;
    private final CompareQuotes compareQuotes;
    private final AwardTender awardTender;

    QuoteController(QuoteLine quoteLine, CompareQuotes compareQuotes, AwardTender awardTender) {
        this.quoteLine = quoteLine;
        this.compareQuotes = compareQuotes;
        this.awardTender = awardTender;
    }

    /** Quotes for a line, or says something else in the place of what was quoted. */
    @PutMapping("/tenders/{id}/lines/{line}/quote")
    @NewBusiness
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    Mono<QuoteResponse> quote(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable int line,
            @Valid @RequestBody LineRequest request) {
        return quoteLine.quote(who.id(), new TenderId(id), request.said(line)).map(QuoteResponse::of);
    }

    /** Until the close. */
    @PostMapping("/tenders/{id}/lines/{line}/quote-withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    Mono<Void> withdraw(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable int line,
            @Valid @RequestBody Withdrawal request) {
        return quoteLine.withdraw(who.id(), new TenderId(id), line, new OrganisationId(request.organisationId()));
    }

    /** An organisation's own for one tender, by line. */
    @GetMapping("/organisations/{id}/tender-quotes/{tender}")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<OwnQuotes> ownFor(
            @AuthenticationPrincipal SignedIn who, @PathVariable("id") UUID organisation, @PathVariable UUID tender) {
        return compareQuotes
                .own(who.id(), new OrganisationId(organisation), new TenderId(tender))
                .map(quotes ->
                        new OwnQuotes(quotes.stream().map(QuoteResponse::of).toList()));
    }

    /** An organisation's own for all tenders, those that were said last first. */
    @GetMapping("/organisations/{id}/tender-quotes")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<Page<WithTender>> own(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("id") UUID organisation,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return compareQuotes
                .own(who.id(), new OrganisationId(organisation), Cursor.decode(cursor), limit)
                .map(page -> page.map(WithTender::of));
    }

    /** All quotes side by side; for the buyer, after the close. */
    @GetMapping("/tenders/{id}/comparison")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.FINANCE})
    Mono<ComparisonResponse> compare(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return compareQuotes.compare(who.id(), new TenderId(id)).map(ComparisonResponse::of);
    }

    /** Takes quotes: all that is taken becomes deals at once, or nothing does. */
    @PostMapping("/tenders/{id}/awards")
    @NewBusiness
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @RequireIdempotencyKey
    Mono<ComparisonResponse> award(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody AwardRequest request) {
        return awardTender
                .award(
                        who.id(),
                        new TenderId(id),
                        request.picks().stream().map(PickRequest::pick).toList())
                .flatMap(tender -> compareQuotes.compare(who.id(), tender.id()))
                .map(ComparisonResponse::of);
    }

    /**
     * @param organisationId who quotes
     * @param lotId one of its own lots of that material
     * @param quantity grams or pieces
     * @param price for a tonne or a piece, on the lot's tax basis
     * @param validTo the last day on which the supplier stands by it, in the city's time; not before the close
     */
    record LineRequest(
            @NotNull UUID organisationId,
            @NotNull UUID lotId,
            @NotNull Long quantity,
            @NotNull Money price,
            @NotNull LocalDate validTo) {
        Said said(int line) {
            return new Said(new OrganisationId(organisationId), line, new LotId(lotId), quantity, price, validTo);
        }
    }

    /** @param organisationId who quoted */
    record Withdrawal(@NotNull UUID organisationId) {}

    record OwnQuotes(List<QuoteResponse> items) {}

    record AwardRequest(@NotNull @Size(max = PICKS_MAX) List<@NotNull @Valid PickRequest> picks) {}

    /**
     * @param quantity grams or pieces
     * @param reason asked for where a cheaper quote of the line is passed over; the buyer's members read it
     */
    record PickRequest(
            @NotNull UUID quoteId,
            @NotNull Long quantity,

            @Nullable @Size(max = 500) @Pattern(regexp = PlainText.LINES)
            String reason) {
        AwardPick pick() {
            return new AwardPick(quoteId, quantity, reason == null || reason.isBlank() ? null : reason.strip());
        }
    }
}
