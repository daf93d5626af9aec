package io.xunshi.platform.tender.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.EntityVersion;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.NewBusiness;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.tender.TenderId;
import io.xunshi.platform.tender.domain.Tender;
import io.xunshi.platform.tender.usecase.AskQuestion;
import io.xunshi.platform.tender.usecase.DraftTender;
import io.xunshi.platform.tender.usecase.EndTender;
import io.xunshi.platform.tender.usecase.FindTenders;
import io.xunshi.platform.tender.usecase.FindTenders.Looked;
import io.xunshi.platform.tender.web.TenderResponse.QuestionResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tenders (询价招标) of buyers: who may see them reads them, members of the buyer draft, publish and answer. */
@RestController
@RequestMapping("/api/v1")
class TenderController {
    private final DraftTender draftTender;
    private final EndTender endTender;
    private final AskQuestion askQuestion;
    private final FindTenders findTenders;

    TenderController(DraftTender draftTender, EndTender endTender, AskQuestion askQuestion, FindTenders findTenders) {
        this.draftTender = draftTender;
        this.endTender = endTender;
        this.askQuestion = askQuestion;
        this.findTenders = findTenders;
    }

    /** Nobody else sees it yet. */
    @PostMapping("/organisations/{id}/tenders")
    @NewBusiness
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @RequireIdempotencyKey
    Mono<ResponseEntity<TenderResponse>> draft(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("id") UUID organisation,
            @Valid @RequestBody TenderRequest request) {
        return draftTender
                .draft(who.id(), new OrganisationId(organisation), request.plan())
                .flatMap(tender -> response(tender, HttpStatus.CREATED));
    }

    @PutMapping("/tenders/{id}")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    Mono<ResponseEntity<TenderResponse>> edit(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody TenderRequest request) {
        return draftTender
                .edit(who.id(), new TenderId(id), EntityVersion.of(ifMatch), request.plan())
                .flatMap(tender -> response(tender, HttpStatus.OK));
    }

    /** From here on the terms stand, and suppliers quote. */
    @PostMapping("/tenders/{id}/publication")
    @NewBusiness
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    Mono<ResponseEntity<TenderResponse>> publish(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return draftTender.publish(who.id(), new TenderId(id)).flatMap(tender -> response(tender, HttpStatus.OK));
    }

    /** Drops a draft, or calls a published tender off. */
    @PostMapping("/tenders/{id}/cancellation")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    Mono<ResponseEntity<TenderResponse>> cancel(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody Cancellation request) {
        return endTender
                .cancel(who.id(), new TenderId(id), request.reason())
                .flatMap(tender -> response(tender, HttpStatus.OK));
    }

    @GetMapping("/tenders/{id}")
    @Access(Caller.PUBLIC)
    Mono<ResponseEntity<TenderResponse>> read(@AuthenticationPrincipal @Nullable SignedIn who, @PathVariable UUID id) {
        return findTenders
                .find(idOf(who), new TenderId(id))
                .map(TenderResponse::of)
                .map(tender -> response(tender, HttpStatus.OK));
    }

    /**
     * What was published and the reader may see, newest first.
     *
     * @param open only those for which quotes are taken
     * @param material a node of the tree, with what stands below and above it
     * @param area where the goods are needed
     * @param demand that it began as
     */
    @GetMapping("/tenders")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<Page<TenderSummary>> published(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(required = false) @Nullable @Size(max = 40) @Pattern(regexp = PlainText.LINE) String material,
            @RequestParam(required = false) @Nullable @Size(max = 40) @Pattern(regexp = PlainText.LINE) String area,
            @RequestParam(required = false) @Nullable UUID demand,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findTenders
                .findPublished(idOf(who), new Looked(open, material, area, demand), Cursor.decode(cursor), limit)
                .map(page -> page.map(TenderSummary::of));
    }

    /** An organisation's own, in whatever state. */
    @GetMapping("/organisations/{id}/tenders")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<Page<TenderSummary>> own(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("id") UUID organisation,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findTenders
                .findOwn(who.id(), new OrganisationId(organisation), Cursor.decode(cursor), limit)
                .map(page -> page.map(TenderSummary::of));
    }

    /** Asks before all; nobody reads who did. */
    @PostMapping("/tenders/{id}/questions")
    @NewBusiness
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @RequireIdempotencyKey
    Mono<QuestionResponse> ask(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody QuestionRequest request) {
        return askQuestion
                .ask(who.id(), new TenderId(id), new OrganisationId(request.organisationId()), request.question())
                .map(QuestionResponse::of);
    }

    /** Answers before all, or answers otherwise. */
    @PutMapping("/tenders/{id}/questions/{question}/answer")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    Mono<QuestionResponse> answer(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable UUID question,
            @Valid @RequestBody AnswerRequest request) {
        return askQuestion
                .answer(who.id(), new TenderId(id), question, request.answer())
                .map(QuestionResponse::of);
    }

    private static @Nullable AccountId idOf(@Nullable SignedIn who) {
        return who == null ? null : who.id();
    }

    private Mono<ResponseEntity<TenderResponse>> response(Tender tender, HttpStatus status) {
        return findTenders.shownToBuyer(tender).map(TenderResponse::of).map(shown -> response(shown, status));
    }

    private static ResponseEntity<TenderResponse> response(TenderResponse tender, HttpStatus status) {
        return ResponseEntity.status(status)
                .eTag(EntityVersion.tag(tender.version()))
                .body(tender);
    }

    /** @param reason what everybody reads; may be empty for a draft */
    record Cancellation(
            @NotNull @Size(max = 1000) @Pattern(regexp = PlainText.LINES)
            String reason) {}

    /** @param organisationId who asks */
    record QuestionRequest(
            @NotNull UUID organisationId,

            @NotNull @Size(max = 1000) @Pattern(regexp = PlainText.LINES)
            String question) {}

    record AnswerRequest(
            @NotNull @Size(max = 1000) @Pattern(regexp = PlainText.LINES)
            String answer) {}
}
