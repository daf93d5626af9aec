package io.xunshi.platform.corner.web;

import io.xunshi.platform.corner.domain.BookTitle;
import io.xunshi.platform.corner.usecase.EndCopy;
import io.xunshi.platform.corner.usecase.EnterTitle;
import io.xunshi.platform.corner.usecase.FindCorners;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.EntityVersion;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
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

/** Titles, and the corner's copies of them. */
@RestController
@RequestMapping("/api/v1/my/book-corner")
class TitleController {
    private final FindCorners findCorners;
    private final EnterTitle enterTitle;
    private final EndCopy endCopy;

    TitleController(FindCorners findCorners, EnterTitle enterTitle, EndCopy endCopy) {
        this.findCorners = findCorners;
        this.enterTitle = enterTitle;
        this.endCopy = endCopy;
    }

    /** What the corner has, on the shelf or lent; the newest titles first. */
    @GetMapping("/titles")
    @Access(Caller.ORGANISATION_MEMBER)
    Mono<Page<StockResponse>> stock(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable @Size(max = 60) String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "30") @Min(1) @Max(60) int limit) {
        return findCorners.stockOf(who.id(), q, Cursor.decode(cursor), limit).map(page -> page.map(StockResponse::of));
    }

    /** A book that no corner has seen; from now on all know it. */
    @PostMapping("/titles")
    @Access(Caller.ORGANISATION_MEMBER)
    @RequireIdempotencyKey
    Mono<ResponseEntity<TitleResponse>> enter(
            @AuthenticationPrincipal SignedIn who, @Valid @RequestBody NewTitleRequest request) {
        return enterTitle
                .enter(
                        who.id(),
                        request.isbn(),
                        request.title().strip(),
                        request.authors().strip())
                .map(title -> response(title, HttpStatus.CREATED));
    }

    @GetMapping("/titles/{isbn}")
    @Access(Caller.ORGANISATION_MEMBER)
    Mono<ResponseEntity<TitleResponse>> title(@AuthenticationPrincipal SignedIn who, @PathVariable String isbn) {
        return enterTitle.find(who.id(), isbn).map(title -> response(title, HttpStatus.OK));
    }

    /** Corrects what was entered in the same corner. */
    @PutMapping("/titles/{isbn}")
    @Access(Caller.ORGANISATION_MEMBER)
    Mono<ResponseEntity<TitleResponse>> correct(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String isbn,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody WordsRequest request) {
        return enterTitle
                .correct(
                        who.id(),
                        isbn,
                        EntityVersion.of(ifMatch),
                        request.title().strip(),
                        request.authors().strip())
                .map(title -> response(title, HttpStatus.OK));
    }

    /** On the shelf, lent or lost. */
    @GetMapping("/titles/{isbn}/copies")
    @Access(Caller.ORGANISATION_MEMBER)
    Mono<List<BookResponse>> copies(@AuthenticationPrincipal SignedIn who, @PathVariable String isbn) {
        return endCopy.copiesOf(who.id(), isbn)
                .map(copies -> copies.stream().map(BookResponse::of).toList());
    }

    @PostMapping("/copies/{code}/loss")
    @Access(Caller.ORGANISATION_MEMBER)
    Mono<BookResponse> lose(@AuthenticationPrincipal SignedIn who, @PathVariable String code) {
        return endCopy.lose(who.id(), code).map(BookResponse::of);
    }

    @PostMapping("/copies/{code}/withdrawal")
    @Access(Caller.ORGANISATION_MEMBER)
    Mono<BookResponse> withdraw(@AuthenticationPrincipal SignedIn who, @PathVariable String code) {
        return endCopy.withdraw(who.id(), code).map(BookResponse::of);
    }

    private static ResponseEntity<TitleResponse> response(BookTitle title, HttpStatus status) {
        return ResponseEntity.status(status)
                .eTag(EntityVersion.tag(title.version()))
                .body(TitleResponse.of(title));
    }

    record NewTitleRequest(
            @NotBlank @Size(max = 40) String isbn,

            @NotBlank @Size(max = 120) @Pattern(regexp = PlainText.LINE)
            String title,

            @NotNull @Size(max = 120) @Pattern(regexp = PlainText.LINE)
            String authors) {}

    record WordsRequest(
            @NotBlank @Size(max = 120) @Pattern(regexp = PlainText.LINE)
            String title,

            @NotNull @Size(max = 120) @Pattern(regexp = PlainText.LINE)
            String authors) {}

    /** @param authors as the title page names them; may be empty */
    record TitleResponse(String isbn, String title, String authors) {

        static TitleResponse of(BookTitle title) {
            return new TitleResponse(title.isbn().digits(), title.title(), title.authors());
        }
    }
}
