package io.xunshi.platform.corner.web;

import io.xunshi.platform.corner.domain.Card;
import io.xunshi.platform.corner.usecase.KeepReaders;
import io.xunshi.platform.corner.usecase.KeepReaders.Held;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
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

/** Readers' cards and their guardians' consents, for the corner's librarians alone. */
@RestController
@RequestMapping("/api/v1/my/book-corner")
class CardController {
    private final KeepReaders keepReaders;

    CardController(KeepReaders keepReaders) {
        this.keepReaders = keepReaders;
    }

    /** Those in use, in the order they were issued. */
    @GetMapping("/cards")
    @Access(Caller.ORGANISATION_MEMBER)
    Mono<List<CardResponse>> ofClass(@AuthenticationPrincipal SignedIn who, @RequestParam UUID classId) {
        return keepReaders
                .ofClass(who.id(), classId)
                .map(card -> CardResponse.of(card, List.of()))
                .collectList();
    }

    /** All cards of the class, the new ones last. */
    @PostMapping("/cards")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.ORGANISATION_MEMBER)
    @RequireIdempotencyKey
    Mono<List<CardResponse>> issue(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody IssueRequest request) {
        return keepReaders
                .issue(who.id(), request.classId(), request.count())
                .map(cards -> cards.stream()
                        .map(card -> CardResponse.of(card, List.of()))
                        .toList());
    }

    @GetMapping("/cards/{code}")
    @Access(Caller.ORGANISATION_MEMBER)
    Mono<CardResponse> card(@AuthenticationPrincipal SignedIn who, @PathVariable String code) {
        return keepReaders.find(who.id(), code).map(CardResponse::of);
    }

    /** A new code for a lost card; the one before is blocked. */
    @PostMapping("/cards/{code}/replacement")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.ORGANISATION_MEMBER)
    @RequireIdempotencyKey
    Mono<CardResponse> replace(@AuthenticationPrincipal SignedIn who, @PathVariable String code) {
        return keepReaders.replace(who.id(), code).map(CardResponse::of);
    }

    /** Forgets the card's reader. */
    @PostMapping("/cards/{code}/consent-withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.ORGANISATION_MEMBER)
    Mono<Void> withdrawConsent(@AuthenticationPrincipal SignedIn who, @PathVariable String code) {
        return keepReaders.withdrawConsent(who.id(), code);
    }

    /** Forms that guardians signed, those of a whole class at once. */
    @PostMapping("/consents")
    @Access(Caller.ORGANISATION_MEMBER)
    @RequireIdempotencyKey
    Mono<ConsentsResponse> recordConsents(
            @AuthenticationPrincipal SignedIn who, @Valid @RequestBody ConsentsRequest request) {
        return keepReaders
                .recordConsents(who.id(), request.cardCodes(), request.signedOn())
                .map(ConsentsResponse::new);
    }

    record IssueRequest(
            @NotNull UUID classId, @NotNull @Min(1) @Max(60) Integer count) {}

    /** @param signedOn the day on the forms */
    record ConsentsRequest(
            @NotEmpty @Size(max = 60) List<@NotBlank @Size(max = 40) String> cardCodes,
            @NotNull LocalDate signedOn) {}

    /** @param recorded cards that could not be used before */
    record ConsentsResponse(long recorded) {}

    /**
     * All that is known of a reader.
     *
     * @param consentedOn null where the card cannot be used yet
     * @param books what the reader has out; empty in lists
     */
    record CardResponse(
            String code,
            UUID classId,
            int entryYear,
            int classNumber,
            int credits,
            int booksOut,
            @Nullable LocalDate consentedOn,
            @Nullable String consentVersion,
            List<BookResponse> books) {

        static CardResponse of(Held held) {
            return of(held.card(), held.books().stream().map(BookResponse::of).toList());
        }

        static CardResponse of(Card card, List<BookResponse> books) {
            return new CardResponse(
                    card.code(),
                    card.classId(),
                    card.entryYear(),
                    card.classNumber(),
                    card.credits(),
                    card.booksOut(),
                    card.consentedOn(),
                    card.consentVersion(),
                    books);
        }
    }
}
