package io.xunshi.platform.messaging.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.messaging.domain.Caution;
import io.xunshi.platform.messaging.domain.ConversationId;
import io.xunshi.platform.messaging.domain.MessageDraft;
import io.xunshi.platform.messaging.usecase.FindConversations;
import io.xunshi.platform.messaging.usecase.FindConversations.Said;
import io.xunshi.platform.messaging.usecase.MarkRead;
import io.xunshi.platform.messaging.usecase.SendMessage;
import io.xunshi.platform.messaging.usecase.SendMessage.Sent;
import io.xunshi.platform.messaging.usecase.ShowTyping;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What is said in a conversation. Sequences are the places to page from, in both directions. */
@RestController
@RequestMapping("/api/v1/conversations/{id}")
class MessageController {
    private final FindConversations findConversations;
    private final SendMessage sendMessage;
    private final MarkRead markRead;
    private final ShowTyping showTyping;

    MessageController(
            FindConversations findConversations, SendMessage sendMessage, MarkRead markRead, ShowTyping showTyping) {
        this.findConversations = findConversations;
        this.sendMessage = sendMessage;
        this.markRead = markRead;
        this.showTyping = showTyping;
    }

    /**
     * In their order: the newest, those before a sequence, or those after one.
     *
     * @param after wins where both are given
     */
    @GetMapping("/messages")
    @Access(Caller.SIGNED_IN)
    Mono<PageResponse> messages(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable @PositiveOrZero Long before,
            @RequestParam(required = false) @Nullable @PositiveOrZero Long after,
            @RequestParam(defaultValue = "30") @Min(1) @Max(100) int limit) {
        var conversation = new ConversationId(id);
        var found = after == null
                ? findConversations.before(who.id(), conversation, before == null ? Long.MAX_VALUE : before, limit)
                : findConversations.after(who.id(), conversation, after, limit);
        return found.map(PageResponse::of);
    }

    /**
     * Refused with <code>messaging.leads-away</code> where it would lead off the platform, until it is sent again as
     * confirmed. The answer repeats no words: it is kept for retries, and words are kept in one place.
     */
    @PostMapping("/messages")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @Limited("messages")
    @RequireIdempotencyKey
    Mono<SentResponse> send(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody SendRequest request) {
        return Mono.fromSupplier(request::draft)
                .flatMap(draft -> sendMessage.send(
                        who.id(), new ConversationId(id), draft, Boolean.TRUE.equals(request.confirmed())))
                .map(SentResponse::of);
    }

    @PutMapping("/read-mark")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> markRead(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody ReadMark mark) {
        return markRead.mark(who.id(), new ConversationId(id), mark.sequence());
    }

    @PutMapping("/typing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> typing(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return showTyping.show(who.id(), new ConversationId(id));
    }

    record SendRequest(
            @Nullable @Size(max = 4000) String text,
            @Nullable @Size(max = 20) List<UUID> photoIds,
            @Nullable Boolean confirmed) {
        MessageDraft draft() {
            return MessageDraft.of(
                    text == null ? "" : text,
                    photoIds == null
                            ? List.of()
                            : photoIds.stream().map(PhotoId::new).toList());
        }
    }

    record SentResponse(long sequence, Instant at, List<Caution> cautions) {
        static SentResponse of(Sent sent) {
            return new SentResponse(
                    sent.sequence(),
                    sent.at(),
                    sent.cautions().stream().sorted().toList());
        }
    }

    record ReadMark(@PositiveOrZero long sequence) {}

    /**
     * @param olderBefore where the page before begins; null where this one has the first message
     * @param newerAfter where the page after begins; null where this one has the newest message
     */
    record PageResponse(
            List<MessageResponse> items,
            @Nullable Long olderBefore,
            @Nullable Long newerAfter) {
        static PageResponse of(Said said) {
            var items = said.messages().stream()
                    .map(message -> MessageResponse.of(message, said.standing().person(), said.pictures()))
                    .toList();
            var newest = said.standing().conversation().lastSequence();
            return items.isEmpty()
                    ? new PageResponse(items, null, null)
                    : new PageResponse(
                            items,
                            items.getFirst().sequence() > 1 ? items.getFirst().sequence() : null,
                            items.getLast().sequence() < newest
                                    ? items.getLast().sequence()
                                    : null);
        }
    }
}
