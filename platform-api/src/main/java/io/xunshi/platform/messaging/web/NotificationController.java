package io.xunshi.platform.messaging.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.identity.AccountNotices.Channel;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.messaging.domain.Notification;
import io.xunshi.platform.messaging.domain.NotificationChoice;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.usecase.ChooseNotifications;
import io.xunshi.platform.messaging.usecase.ChooseNotifications.Choices;
import io.xunshi.platform.messaging.usecase.FindConversations;
import io.xunshi.platform.messaging.usecase.FindNotifications;
import io.xunshi.platform.messaging.usecase.FindNotifications.Inbox;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a person is told, what of it is unread, and how they want to be told. */
@RestController
@RequestMapping("/api/v1/my")
class NotificationController {
    private final FindNotifications findNotifications;
    private final FindConversations findConversations;
    private final ChooseNotifications chooseNotifications;

    NotificationController(
            FindNotifications findNotifications,
            FindConversations findConversations,
            ChooseNotifications chooseNotifications) {
        this.findNotifications = findNotifications;
        this.findConversations = findConversations;
        this.chooseNotifications = chooseNotifications;
    }

    /** Newest first. */
    @GetMapping("/notifications")
    @Access(Caller.SIGNED_IN)
    Mono<PageResponse> notifications(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable @PositiveOrZero Long before,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findNotifications
                .find(who.id(), before == null ? Long.MAX_VALUE : before, limit)
                .map(PageResponse::of);
    }

    @PutMapping("/notifications/read-mark")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> markRead(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody Mark mark) {
        return findNotifications.markRead(who.id(), mark.sequence());
    }

    /** The numbers on the bars of every page. */
    @GetMapping("/unread-counts")
    @Access(Caller.SIGNED_IN)
    Mono<UnreadCounts> unread(@AuthenticationPrincipal SignedIn who) {
        return findConversations
                .countUnread(who.id())
                .flatMap(messages -> findNotifications
                        .countUnread(who.id())
                        .map(notifications -> new UnreadCounts(messages, notifications)));
    }

    @GetMapping("/notification-choices")
    @Access(Caller.SIGNED_IN)
    Mono<ChoicesResponse> choices(@AuthenticationPrincipal SignedIn who) {
        return chooseNotifications.find(who.id()).map(ChoicesResponse::of);
    }

    @PutMapping("/notification-choices")
    @Access(Caller.SIGNED_IN)
    Mono<ChoicesResponse> choose(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody ChoicesRequest request) {
        return chooseNotifications
                .choose(who.id(), request.choices().stream().map(Choice::choice).toList())
                .map(ChoicesResponse::of);
    }

    /**
     * @param unread how many are beyond the read mark
     * @param olderBefore where the next page begins; null on the last
     */
    record PageResponse(
            List<ItemResponse> items,
            long readUpTo,
            long unread,
            @Nullable Long olderBefore) {
        static PageResponse of(Inbox inbox) {
            var items = inbox.notifications().stream().map(ItemResponse::of).toList();
            return new PageResponse(
                    items,
                    inbox.readUpTo(),
                    inbox.unread(),
                    items.isEmpty() || items.getLast().sequence() == 1
                            ? null
                            : items.getLast().sequence());
        }
    }

    /** @param subject the order or conversation that it is about */
    record ItemResponse(
            long sequence, NotificationKind kind, UUID subject, Map<String, String> parameters, Instant at) {
        static ItemResponse of(Notification told) {
            return new ItemResponse(told.sequence(), told.kind(), told.subject(), told.parameters(), told.at());
        }
    }

    record Mark(@PositiveOrZero long sequence) {}

    /** @param messages 100 stands for more */
    record UnreadCounts(int messages, long notifications) {}

    /** @param push as usual where it is left out */
    record Choice(
            @NotNull NotificationKind kind,
            boolean inApp,
            boolean email,
            boolean sms,
            @Nullable Boolean push) {
        NotificationChoice choice() {
            return new NotificationChoice(
                    kind, inApp, email, sms, push == null ? kind.usual().push() : push);
        }
    }

    record ChoicesRequest(@NotNull @Size(max = 50) List<@Valid Choice> choices) {}

    /** @param fixed whether it stays as it is, since it concerns the safety of the account */
    record ChosenResponse(
            NotificationKind kind, boolean inApp, boolean email, boolean sms, boolean push, boolean fixed) {
        static ChosenResponse of(NotificationChoice choice) {
            return new ChosenResponse(
                    choice.kind(),
                    choice.inApp(),
                    choice.email(),
                    choice.sms(),
                    choice.push(),
                    choice.kind().isSecurity());
        }
    }

    /** @param reachedBy the one way in which the caller can be reached outside of the platform */
    record ChoicesResponse(List<ChosenResponse> choices, Channel reachedBy) {
        static ChoicesResponse of(Choices found) {
            return new ChoicesResponse(
                    found.choices().stream().map(ChosenResponse::of).toList(), found.reachedBy());
        }
    }
}
