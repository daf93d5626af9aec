package io.xunshi.platform.corner.web;

import io.xunshi.platform.corner.domain.Condition;
import io.xunshi.platform.corner.domain.MovementKind;
import io.xunshi.platform.corner.domain.Scan;
import io.xunshi.platform.corner.domain.Scan.Standing;
import io.xunshi.platform.corner.usecase.NewScan;
import io.xunshi.platform.corner.usecase.ScanBook;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.identity.SignedIn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The till of a corner. A scan has the id that the till gave it, so PUT and DELETE may be sent as often as needed. */
@RestController
@RequestMapping("/api/v1/my/book-corner/scans/{id}")
class ScanController {
    private final ScanBook scanBook;

    ScanController(ScanBook scanBook) {
        this.scanBook = scanBook;
    }

    @PutMapping
    @Access(Caller.ORGANISATION_MEMBER)
    Mono<ScanResponse> scan(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody ScanRequest request) {
        return scanBook.scan(who.id(), request.scan(id)).map(ScanResponse::of);
    }

    /** Takes it back. */
    @DeleteMapping
    @Access(Caller.ORGANISATION_MEMBER)
    Mono<ScanResponse> undo(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return scanBook.undo(who.id(), id).map(ScanResponse::of);
    }

    /**
     * @param card null for the school's own books, and for a return by label
     * @param book an ISBN or a copy's label
     * @param condition of a book that is given in; GOOD where it is not said
     */
    record ScanRequest(
            @NotNull NewScan.Kind kind,
            @Nullable @Size(max = 40) String card,
            @NotBlank @Size(max = 40) String book,
            @Nullable Condition condition) {

        NewScan scan(UUID id) {
            return new NewScan(id, kind, card, book, condition == null ? Condition.GOOD : condition);
        }
    }

    /**
     * @param copyCode what the copy's label says or would say
     * @param credits what the scan brought the reader; negative where it cost something
     * @param reader how the reader stands now; null for a scan without a card
     */
    record ScanResponse(
            UUID id,
            MovementKind kind,
            String isbn,
            String title,
            String authors,
            String copyCode,
            Condition condition,
            @Nullable LocalDate dueOn,
            int credits,
            boolean undone,
            @Nullable StandingResponse reader) {

        static ScanResponse of(Scan scan) {
            return new ScanResponse(
                    scan.id(),
                    scan.kind(),
                    scan.isbn(),
                    scan.title(),
                    scan.authors(),
                    scan.copyCode(),
                    scan.condition(),
                    scan.dueOn(),
                    scan.credits(),
                    scan.undone(),
                    StandingResponse.of(scan.reader()));
        }
    }

    record StandingResponse(String cardCode, int credits, int booksOut) {

        static @Nullable StandingResponse of(@Nullable Standing standing) {
            return standing == null
                    ? null
                    : new StandingResponse(standing.cardCode(), standing.credits(), standing.booksOut());
        }
    }
}
