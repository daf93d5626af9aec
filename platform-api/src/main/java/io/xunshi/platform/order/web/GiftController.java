package io.xunshi.platform.order.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.NewBusiness;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.order.GiftId;
import io.xunshi.platform.order.GiftSide;
import io.xunshi.platform.order.domain.Gift;
import io.xunshi.platform.order.usecase.AskForGift;
import io.xunshi.platform.order.usecase.ChangeGift;
import io.xunshi.platform.order.usecase.FindGifts;
import io.xunshi.platform.order.usecase.FindGifts.Draw;
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

/** Gifts: how one stands, and how its draw went, for everybody; the rest for giver and askers. */
@RestController
@RequestMapping("/api/v1")
class GiftController {
    /** Without what no keyboard types. */
    private static final String PLAIN = "[^\\p{Cc}\\p{Cs}\\p{Co}&&[^\\n\\r\\t]]*";

    private final AskForGift askForGift;
    private final ChangeGift changeGift;
    private final FindGifts findGifts;

    GiftController(AskForGift askForGift, ChangeGift changeGift, FindGifts findGifts) {
        this.askForGift = askForGift;
        this.changeGift = changeGift;
        this.findGifts = findGifts;
    }

    @GetMapping("/listings/{id}/gift")
    @Access(Caller.PUBLIC)
    Mono<GiftResponse> ofListing(@AuthenticationPrincipal @Nullable SignedIn who, @PathVariable UUID id) {
        return findGifts
                .findOf(new ListingId(id), who == null ? null : who.id())
                .map(GiftResponse::of);
    }

    @GetMapping("/gifts/{id}")
    @Access(Caller.SIGNED_IN)
    Mono<GiftResponse> read(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findGifts.find(who.id(), new GiftId(id)).map(GiftResponse::of);
    }

    @GetMapping("/my/gifts")
    @Access(Caller.SIGNED_IN)
    Mono<Page<GiftResponse>> mine(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "ASKER") GiftSide side,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findGifts.findOf(who.id(), side, Cursor.decode(cursor), limit).map(page -> page.map(GiftResponse::of));
    }

    @GetMapping("/gifts/{id}/draw")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<DrawResponse> draw(@PathVariable UUID id) {
        return findGifts.drawOf(new GiftId(id)).map(DrawResponse::of);
    }

    @PostMapping("/gifts/{id}/asks")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.RESIDENT)
    @Limited("orders")
    @RequireIdempotencyKey
    @NewBusiness
    Mono<GiftResponse> ask(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody AskRequest request) {
        return shown(who, askForGift.ask(who.id(), new GiftId(id), request.note(), request.ticket()));
    }

    /** An asker does not want it any more, promised or not. */
    @PostMapping("/gifts/{id}/withdrawal")
    @Access(Caller.SIGNED_IN)
    Mono<GiftResponse> withdraw(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shown(who, changeGift.withdraw(who.id(), new GiftId(id)));
    }

    @PostMapping("/gifts/{id}/choice")
    @Access(Caller.SIGNED_IN)
    Mono<GiftResponse> choose(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody ChoiceRequest request) {
        return shown(who, changeGift.choose(who.id(), new GiftId(id), request.askIds()));
    }

    /** The giver, with the receiver's pickup code. */
    @PostMapping("/gifts/{id}/handover")
    @Access(Caller.SIGNED_IN)
    Mono<GiftResponse> handOver(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody CodeRequest request) {
        return shown(who, changeGift.handOver(who.id(), new GiftId(id), request.code()));
    }

    /** The receiver, who needs no code to say that the thing is theirs. */
    @PostMapping("/gifts/{id}/receipt")
    @Access(Caller.SIGNED_IN)
    Mono<GiftResponse> confirm(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shown(who, changeGift.confirm(who.id(), new GiftId(id)));
    }

    /** The giver takes the promise back; it passes on, unless the giver keeps the thing. */
    @PostMapping("/gifts/{id}/promise-break")
    @Access(Caller.SIGNED_IN)
    Mono<GiftResponse> breakPromise(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody BreakRequest request) {
        return shown(who, changeGift.breakPromise(who.id(), new GiftId(id), request.words(), request.keepsIt()));
    }

    /** Who is said not to have come contradicts. */
    @PostMapping("/gifts/{id}/no-show-objection")
    @Access(Caller.SIGNED_IN)
    Mono<GiftResponse> contest(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody WordsRequest request) {
        return shown(who, changeGift.contest(who.id(), new GiftId(id), request.words()));
    }

    private Mono<GiftResponse> shown(SignedIn who, Mono<Gift> changed) {
        return changed.flatMap(gift -> findGifts.whole(gift, who.id())).map(GiftResponse::of);
    }

    /**
     * @param note why they would like it; the giver alone reads it
     * @param ticket chosen at random by the asker's browser; it stands for them in a draw
     */
    record AskRequest(
            @NotBlank @Size(max = 200) @Pattern(regexp = PLAIN)
            String note,

            @NotNull @Pattern(regexp = "[0-9a-f]{32}") String ticket) {}

    /** @param askIds the first choice first; the others get it in turn where the one before does not */
    record ChoiceRequest(@NotNull @Size(min = 1, max = 20) List<@NotNull UUID> askIds) {}

    record CodeRequest(@NotBlank @Size(max = 10) String code) {}

    /** @param keepsIt whether nobody gets it, and its listing is taken back */
    record BreakRequest(
            @NotBlank @Size(max = 500) @Pattern(regexp = PLAIN)
            String words,

            boolean keepsIt) {}

    record WordsRequest(
            @NotBlank @Size(max = 500) @Pattern(regexp = PLAIN)
            String words) {}

    /**
     * Everything that it takes to recompute a draw; all hashes are SHA-256, hexadecimal.
     *
     * @param commitment <code>sha256(seed)</code>, public before anybody asked
     * @param tickets what was drawn from, ascending
     * @param digest <code>sha256</code> of the tickets, joined by line feeds
     * @param order the tickets by <code>sha256(seed:digest:ticket)</code>, ascending
     */
    record DrawResponse(String commitment, String seed, List<String> tickets, String digest, List<String> order) {

        static DrawResponse of(Draw draw) {
            return new DrawResponse(draw.commitment(), draw.seed(), draw.tickets(), draw.digest(), draw.order());
        }
    }
}
