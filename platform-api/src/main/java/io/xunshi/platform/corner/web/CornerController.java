package io.xunshi.platform.corner.web;

import io.xunshi.platform.corner.CornerId;
import io.xunshi.platform.corner.domain.BookCorner;
import io.xunshi.platform.corner.domain.BookCorner.Profile;
import io.xunshi.platform.corner.usecase.FindCorners;
import io.xunshi.platform.corner.usecase.RunCorners;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.EntityVersion;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
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

/** Book corners: everybody looks at their shelves, administrators open them. */
@RestController
@RequestMapping("/api/v1/book-corners")
class CornerController {
    private final FindCorners findCorners;
    private final RunCorners runCorners;

    CornerController(FindCorners findCorners, RunCorners runCorners) {
        this.findCorners = findCorners;
        this.runCorners = runCorners;
    }

    /** By the school's name. */
    @GetMapping
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<List<CornerResponse>> all(@RequestParam(required = false) @Nullable String district) {
        return findCorners
                .findAll(district)
                .map(all -> all.stream().map(CornerResponse::of).toList());
    }

    @GetMapping("/{id}")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<ResponseEntity<CornerResponse>> read(@PathVariable UUID id) {
        return findCorners
                .find(new CornerId(id))
                .map(found -> ResponseEntity.ok()
                        .eTag(EntityVersion.tag(found.corner().version()))
                        .body(CornerResponse.of(found)));
    }

    /** What stands on the shelf, the newest titles first. */
    @GetMapping("/{id}/titles")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<Page<StockResponse>> shelf(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable @Size(max = 60) String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "30") @Min(1) @Max(60) int limit) {
        return findCorners
                .shelf(new CornerId(id), q, Cursor.decode(cursor), limit)
                .map(page -> page.map(StockResponse::of));
    }

    @PostMapping
    @Access(Caller.ADMINISTRATOR)
    @RequireIdempotencyKey
    Mono<ResponseEntity<CornerResponse>> open(
            @AuthenticationPrincipal SignedIn who, @Valid @RequestBody OpenRequest request) {
        return runCorners
                .open(who.id(), request.librarianContact(), request.profile().said())
                .map(corner -> response(corner, HttpStatus.CREATED));
    }

    @PutMapping("/{id}")
    @Access(Caller.ADMINISTRATOR)
    Mono<ResponseEntity<CornerResponse>> edit(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ProfileRequest request) {
        return runCorners
                .edit(new CornerId(id), EntityVersion.of(ifMatch), request.said())
                .map(corner -> response(corner, HttpStatus.OK));
    }

    @GetMapping("/{id}/librarians")
    @Access(Caller.ADMINISTRATOR)
    Mono<List<LibrarianResponse>> librarians(@PathVariable UUID id) {
        return runCorners
                .librariansOf(new CornerId(id))
                .map(LibrarianResponse::of)
                .collectList();
    }

    @PostMapping("/{id}/librarians")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.ADMINISTRATOR)
    Mono<Void> employ(@PathVariable UUID id, @Valid @RequestBody LibrarianRequest request) {
        return runCorners.employ(new CornerId(id), request.contact());
    }

    @DeleteMapping("/{id}/librarians/{account}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.ADMINISTRATOR)
    Mono<Void> dismiss(@PathVariable UUID id, @PathVariable UUID account) {
        return runCorners.dismiss(new CornerId(id), new AccountId(account));
    }

    private static ResponseEntity<CornerResponse> response(BookCorner corner, HttpStatus status) {
        return ResponseEntity.status(status)
                .eTag(EntityVersion.tag(corner.version()))
                .body(CornerResponse.of(corner));
    }

    /** @param librarianContact of a teacher's account, which acts for an organisation */
    record OpenRequest(
            @NotBlank @Size(max = 100) String librarianContact,
            @NotNull @Valid ProfileRequest profile) {}

    /** @param place where in the school it stands */
    record ProfileRequest(
            @NotBlank @Size(max = 60) @Pattern(regexp = PlainText.LINE)
            String school,

            @NotBlank @Size(max = 100) @Pattern(regexp = PlainText.LINE)
            String place,

            @NotBlank @Size(max = 20) String districtCode) {

        Profile said() {
            return new Profile(school, place, districtCode);
        }
    }

    record LibrarianRequest(@NotBlank @Size(max = 100) String contact) {}

    record LibrarianResponse(UUID accountId, String displayName, String maskedContact) {

        static LibrarianResponse of(AccountView account) {
            return new LibrarianResponse(account.id().value(), account.displayName(), account.maskedContact());
        }
    }
}
