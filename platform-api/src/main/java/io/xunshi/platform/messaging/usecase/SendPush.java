package io.xunshi.platform.messaging.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import io.xunshi.platform.events.RetryLater;
import io.xunshi.platform.identity.OpenSessions;
import io.xunshi.platform.messaging.MessagingEvents.PushWanted;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.domain.PushSubscription;
import io.xunshi.platform.messaging.storage.PushSubscriptionRepository;
import io.xunshi.platform.messaging.usecase.PushSender.Handling;
import io.xunshi.platform.messaging.usecase.PushSender.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells one browser what sort of news there is. A telephone shows it to whoever looks at its locked screen, so it names
 * neither things nor people nor sums; the page that it opens does.
 */
@Component
public class SendPush {
    private static final Logger log = LoggerFactory.getLogger(SendPush.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** All texts are of one length, or it would tell the push service what it is about. */
    private static final int LENGTH = 512;

    private static final int TOPIC_BYTES = 24;

    private final PushSubscriptionRepository subscriptions;
    private final PushSender sender;
    private final OpenSessions openSessions;
    private final NoticeWords words;
    private final PushSettings settings;
    private final MessagingSettings messagingSettings;
    private final MeterRegistry meters;
    private final Clock clock;

    SendPush(
            PushSubscriptionRepository subscriptions,
            PushSender sender,
            OpenSessions openSessions,
            NoticeWords words,
            PushSettings settings,
            MessagingSettings messagingSettings,
            MeterRegistry meters,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.sender = sender;
        this.openSessions = openSessions;
        this.words = words;
        this.settings = settings;
        this.messagingSettings = messagingSettings;
        this.meters = meters;
        this.clock = clock;
    }

    /** Raises {@link RetryLater} where the push service asks for time. */
    public Mono<Void> send(PushWanted wanted) {
        if (!settings.isOn() || wanted.at().plus(messagingSettings.noticeAge()).isBefore(clock.instant())) {
            return Mono.empty();
        }
        return subscriptions
                .find(wanted.subscriptionId())
                .flatMap(subscription -> openSessions
                        .isOpen(subscription.account(), subscription.session())
                        .flatMap(open -> open && isAllowed(subscription)
                                ? send(wanted, subscription)
                                : subscriptions.remove(subscription.id())));
    }

    /** The list of push services may have become shorter since the browser subscribed. */
    private boolean isAllowed(PushSubscription subscription) {
        return settings.pushServices().include(subscription.address().endpoint());
    }

    private Mono<Void> send(PushWanted wanted, PushSubscription subscription) {
        var kind = NotificationKind.valueOf(wanted.kind());
        return sender.send(
                        subscription.address(),
                        textOf(kind, wanted.path(), subscription),
                        new Handling(topicOf(wanted.path(), subscription), kind.isUrgent()))
                .doOnNext(outcome -> meters.counter(
                                "xunshi.push", "outcome", outcome.getClass().getSimpleName())
                        .increment())
                .flatMap(outcome -> settle(outcome, subscription));
    }

    private Mono<Void> settle(Outcome outcome, PushSubscription subscription) {
        return switch (outcome) {
            case Outcome.Taken taken -> Mono.empty();
            case Outcome.Gone gone -> subscriptions.remove(subscription.id());
            case Outcome.Busy(var retryAfter) -> Mono.error(new RetryLater(retryAfter));
            case Outcome.Refused(var status) -> {
                log.warn("{} refuses a message with status {}", subscription.address(), status);
                yield Mono.empty();
            }
        };
    }

    private String textOf(NotificationKind kind, String path, PushSubscription subscription) {
        var text =
                JSON.writeValueAsString(new Shown(words.of("messaging.push." + kind, subscription.language()), path));
        var missing = LENGTH - text.getBytes(StandardCharsets.UTF_8).length;
        return text + " ".repeat(Math.max(missing, 0));
    }

    /** Says nothing by itself, and nothing to a service that keeps the subscriptions of many. */
    private static String topicOf(String path, PushSubscription subscription) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest((subscription.id() + path).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, TOPIC_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** @param path of the page that tells more; of two with the same path the later is shown instead */
    private record Shown(String words, String path) {}
}
