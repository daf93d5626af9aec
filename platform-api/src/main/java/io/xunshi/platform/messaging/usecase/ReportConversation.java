package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.messaging.MessagingProblem;
import io.xunshi.platform.messaging.domain.ConversationId;
import io.xunshi.platform.messaging.domain.ReportReason;
import io.xunshi.platform.messaging.domain.Standing;
import io.xunshi.platform.messaging.storage.MessageRepository;
import io.xunshi.platform.messaging.storage.ReportRepository;
import io.xunshi.platform.messaging.storage.ReportRepository.Excerpt;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Tells the platform of a counterpart's conduct. What was said last is frozen with the report. */
@Component
public class ReportConversation {
    private static final int EXCERPT_MESSAGES = 50;

    private final FindConversations findConversations;
    private final MessageRepository messages;
    private final ReportRepository reports;
    private final MessagingSettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    ReportConversation(
            FindConversations findConversations,
            MessageRepository messages,
            ReportRepository reports,
            MessagingSettings settings,
            IdGenerator ids,
            Clock clock) {
        this.findConversations = findConversations;
        this.messages = messages;
        this.reports = reports;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** The report's id. */
    @Transactional
    public Mono<UUID> report(AccountId person, ConversationId id, ReportReason reason, String remark) {
        var report = ids.next();
        return findConversations
                .standing(person, id)
                .delayUntil(standing -> checkPace(person))
                .flatMap(standing -> messages.findBefore(id, Long.MAX_VALUE, EXCERPT_MESSAGES)
                        .collectList()
                        .map(Excerpt::of)
                        .flatMap(excerpt -> add(report, standing, reason, remark, excerpt)))
                .thenReturn(report);
    }

    private Mono<Void> add(UUID report, Standing standing, ReportReason reason, String remark, Excerpt excerpt) {
        return reports.add(
                report, standing.conversation(), standing.person(), reason, remark.strip(), excerpt, clock.instant());
    }

    private Mono<Void> checkPace(AccountId person) {
        return reports.countSince(person, clock.instant().minus(Duration.ofDays(1)))
                .filter(made -> made < settings.reportsPerDay())
                .switchIfEmpty(Mono.error(() -> MessagingProblem.TOO_MANY_REPORTS.raise(settings.reportsPerDay())))
                .then();
    }
}
