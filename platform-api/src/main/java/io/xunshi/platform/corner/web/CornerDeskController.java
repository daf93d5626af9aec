package io.xunshi.platform.corner.web;

import io.xunshi.platform.corner.domain.CreditRule;
import io.xunshi.platform.corner.domain.SchoolClass;
import io.xunshi.platform.corner.domain.Term;
import io.xunshi.platform.corner.domain.Term.Half;
import io.xunshi.platform.corner.usecase.FindCorners;
import io.xunshi.platform.corner.usecase.FindCorners.Own;
import io.xunshi.platform.corner.usecase.KeepCorner;
import io.xunshi.platform.corner.usecase.KeepReaders;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The corner that the librarian keeps: its rule, classes and terms. */
@RestController
@RequestMapping("/api/v1/my/book-corner")
class CornerDeskController {
    private final FindCorners findCorners;
    private final KeepCorner keepCorner;

    CornerDeskController(FindCorners findCorners, KeepCorner keepCorner) {
        this.findCorners = findCorners;
        this.keepCorner = keepCorner;
    }

    @GetMapping
    @Access(Caller.ORGANISATION_MEMBER)
    Mono<DeskResponse> own(@AuthenticationPrincipal SignedIn who) {
        return findCorners.ofLibrarian(who.id()).map(DeskResponse::of);
    }

    /** A new version, which holds from now on. */
    @PostMapping("/rules")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.ORGANISATION_MEMBER)
    @RequireIdempotencyKey
    Mono<RuleResponse> decide(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody RuleRequest request) {
        return keepCorner.decide(who.id(), request.rule()).map(RuleResponse::of);
    }

    @GetMapping("/classes")
    @Access(Caller.ORGANISATION_MEMBER)
    Mono<List<ClassResponse>> classes(@AuthenticationPrincipal SignedIn who) {
        return keepCorner.classes(who.id()).map(ClassResponse::of).collectList();
    }

    @PostMapping("/classes")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.ORGANISATION_MEMBER)
    @RequireIdempotencyKey
    Mono<ClassResponse> addClass(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody ClassRequest request) {
        return keepCorner
                .addClass(who.id(), request.entryYear(), request.number())
                .map(ClassResponse::of);
    }

    /** Newest first. */
    @GetMapping("/terms")
    @Access(Caller.ORGANISATION_MEMBER)
    Mono<List<TermResponse>> terms(@AuthenticationPrincipal SignedIn who) {
        return keepCorner.terms(who.id()).map(TermResponse::of).collectList();
    }

    @PostMapping("/terms")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.ORGANISATION_MEMBER)
    @RequireIdempotencyKey
    Mono<TermResponse> openTerm(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody TermRequest request) {
        return keepCorner
                .openTerm(who.id(), request.schoolYear(), request.half(), request.startsOn(), request.endsOn())
                .map(TermResponse::of);
    }

    /** Nothing is scanned until the next term opens. */
    @PostMapping("/terms/{id}/closing")
    @Access(Caller.ORGANISATION_MEMBER)
    Mono<TermResponse> closeTerm(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return keepCorner.closeTerm(who.id(), id).map(TermResponse::of);
    }

    record RuleRequest(
            @NotNull Integer earnsGood,
            @NotNull Integer earnsWorn,
            @NotNull Integer takeCosts,
            @NotNull Integer carryMax,
            @NotNull Integer booksMax,
            @NotNull Integer loanDays) {

        CreditRule rule() {
            return new CreditRule(0, earnsGood, earnsWorn, takeCosts, carryMax, booksMax, loanDays);
        }
    }

    record ClassRequest(
            @NotNull @Min(2000) @Max(2100) Integer entryYear,
            @NotNull @Min(1) @Max(60) Integer number) {}

    /** @param schoolYear the year in which the school year began */
    record TermRequest(
            @NotNull @Min(2000) @Max(2100) Integer schoolYear,
            @NotNull Half half,
            @NotNull LocalDate startsOn,
            @NotNull LocalDate endsOn) {}

    /**
     * The librarian's own corner.
     *
     * @param openTerm null between two terms
     * @param consentVersion of the text that guardians sign now
     */
    record DeskResponse(
            CornerResponse corner,
            RuleResponse rule,
            @Nullable UUID openTerm,
            String consentVersion) {

        static DeskResponse of(Own own) {
            return new DeskResponse(
                    CornerResponse.of(own.counted()),
                    RuleResponse.of(own.rule()),
                    own.openTerm(),
                    KeepReaders.CONSENT_VERSION);
        }
    }

    record RuleResponse(
            int version, int earnsGood, int earnsWorn, int takeCosts, int carryMax, int booksMax, int loanDays) {

        static RuleResponse of(CreditRule rule) {
            return new RuleResponse(
                    rule.version(),
                    rule.earnsGood(),
                    rule.earnsWorn(),
                    rule.takeCosts(),
                    rule.carryMax(),
                    rule.booksMax(),
                    rule.loanDays());
        }
    }

    /** @param consented cards of the class that can be used */
    record ClassResponse(UUID id, int entryYear, int number, int readers, int consented) {

        static ClassResponse of(SchoolClass one) {
            return new ClassResponse(one.id(), one.entryYear(), one.number(), one.readers(), one.consented());
        }
    }

    /** @param closedAt null while it is open */
    record TermResponse(
            UUID id,
            int schoolYear,
            Half half,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable Instant closedAt) {

        static TermResponse of(Term term) {
            return new TermResponse(
                    term.id(), term.schoolYear(), term.half(), term.startsOn(), term.endsOn(), term.closedAt());
        }
    }
}
