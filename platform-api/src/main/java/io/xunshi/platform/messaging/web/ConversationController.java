package io.xunshi.platform.messaging.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.NewBusiness;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.messaging.domain.ConversationId;
import io.xunshi.platform.messaging.domain.ReportReason;
import io.xunshi.platform.messaging.usecase.BlockPerson;
import io.xunshi.platform.messaging.usecase.FindConversations;
import io.xunshi.platform.messaging.usecase.OpenConversation;
import io.xunshi.platform.messaging.usecase.ReportConversation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
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

/** Conversations, for the two who have them. */
@RestController
@RequestMapping("/api/v1")
class ConversationController {
    private final OpenConversation openConversation;
    private final FindConversations findConversations;
    private final BlockPerson blockPerson;
    private final ReportConversation reportConversation;

    ConversationController(
            OpenConversation openConversation,
            FindConversations findConversations,
            BlockPerson blockPerson,
            ReportConversation reportConversation) {
        this.openConversation = openConversation;
        this.findConversations = findConversations;
        this.blockPerson = blockPerson;
        this.reportConversation = reportConversation;
    }

    /** Opens one with the listing's seller, or gives the one that there is. */
    @PostMapping("/listings/{id}/conversations")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.RESIDENT)
    @Limited("messages")
    @RequireIdempotencyKey
    @NewBusiness
    Mono<ConversationResponse> ask(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return openConversation.ask(who.id(), new ListingId(id)).flatMap(opened -> shown(who, opened));
    }

    @GetMapping("/my/conversations")
    @Access(Caller.SIGNED_IN)
    Mono<Page<ConversationResponse>> mine(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findConversations
                .findOwn(who.id(), Cursor.decode(cursor), limit)
                .map(page -> page.map(ConversationResponse::of));
    }

    @GetMapping("/conversations/{id}")
    @Access(Caller.SIGNED_IN)
    Mono<ConversationResponse> read(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shown(who, new ConversationId(id));
    }

    /** The counterpart can write in none of the conversations with the caller any more. */
    @PutMapping("/conversations/{id}/block")
    @Access(Caller.SIGNED_IN)
    Mono<ConversationResponse> block(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return blockPerson.block(who.id(), new ConversationId(id)).then(shown(who, new ConversationId(id)));
    }

    @DeleteMapping("/conversations/{id}/block")
    @Access(Caller.SIGNED_IN)
    Mono<ConversationResponse> unblock(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return blockPerson.unblock(who.id(), new ConversationId(id)).then(shown(who, new ConversationId(id)));
    }

    @PostMapping("/conversations/{id}/reports")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @Limited("messages")
    @RequireIdempotencyKey
    Mono<ReportResponse> report(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody ReportRequest request) {
        return reportConversation
                .report(
                        who.id(),
                        new ConversationId(id),
                        request.reason(),
                        request.remark() == null ? "" : request.remark())
                .map(ReportResponse::new);
    }

    private Mono<ConversationResponse> shown(SignedIn who, ConversationId id) {
        return findConversations.find(who.id(), id).map(ConversationResponse::of);
    }

    record ReportRequest(
            @NotNull ReportReason reason,
            @Nullable @Size(max = 500) String remark) {}

    record ReportResponse(UUID id) {}
}
