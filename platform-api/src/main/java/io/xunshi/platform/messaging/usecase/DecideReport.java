package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.messaging.MessagingProblem;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.domain.ReportOutcome;
import io.xunshi.platform.messaging.domain.WaitingReport;
import io.xunshi.platform.messaging.storage.MuteRepository;
import io.xunshi.platform.messaging.storage.NotificationRepository.Addressed;
import io.xunshi.platform.messaging.storage.ReportRepository;
import io.xunshi.platform.messaging.storage.ReportRepository.Decided;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A moderator's look at reports. They see what was frozen with the report and nothing else of the conversation. Of two
 * moderators the first decides.
 */
@Component
public class DecideReport {
    private final ReportRepository reports;
    private final MuteRepository mutes;
    private final Accounts accounts;
    private final NotifyPeople notifyPeople;
    private final LiveNews liveNews;
    private final IdGenerator ids;
    private final Clock clock;

    DecideReport(
            ReportRepository reports,
            MuteRepository mutes,
            Accounts accounts,
            NotifyPeople notifyPeople,
            LiveNews liveNews,
            IdGenerator ids,
            Clock clock) {
        this.reports = reports;
        this.mutes = mutes;
        this.accounts = accounts;
        this.notifyPeople = notifyPeople;
        this.liveNews = liveNews;
        this.ids = ids;
        this.clock = clock;
    }

    /** The longest waiting first, without those that the moderator is part of. */
    public Mono<Page<NamedReport>> findFor(AccountId moderator, @Nullable Cursor after, int limit) {
        return reports.findWaitingFor(moderator, clock.instant().minus(ReportOutcome.REMEMBERED), after, limit + 1)
                .collectList()
                .map(rows -> Page.ofOneMore(rows, limit, report -> new Cursor(report.at(), report.id())))
                .flatMap(this::named);
    }

    /**
     * Raises {@link MessagingProblem#REPORT_NOT_FOUND}, {@link MessagingProblem#REPORT_CLOSED} and
     * {@link MessagingProblem#REPORT_NOT_YOURS_TO_DECIDE}.
     *
     * @param answer what both of the two are told
     */
    @Transactional
    public Mono<Void> decide(AccountId moderator, UUID id, ReportOutcome outcome, String answer) {
        var now = clock.instant();
        return reports.decide(id, moderator, outcome, answer, now)
                .switchIfEmpty(Mono.defer(() -> whyNot(moderator, id)))
                .flatMap(decided ->
                        carryOut(decided, outcome, now).flatMap(muted -> tell(decided, outcome, answer, muted, now)));
    }

    private Mono<Decided> whyNot(AccountId moderator, UUID id) {
        return reports.isAbout(id, moderator)
                .switchIfEmpty(Mono.error(MessagingProblem.REPORT_NOT_FOUND::raise))
                .flatMap(isAbout -> Mono.error(
                        isAbout
                                ? MessagingProblem.REPORT_NOT_YOURS_TO_DECIDE.raise()
                                : MessagingProblem.REPORT_CLOSED.raise()));
    }

    /** For how long the reported person is muted; not at all where the outcome is another. */
    private Mono<Duration> carryOut(Decided decided, ReportOutcome outcome, Instant now) {
        return switch (outcome) {
            case NOTHING_WRONG, WARNED -> Mono.just(Duration.ZERO);
            case MUTED ->
                reports.countMuted(decided.reported(), now.minus(ReportOutcome.REMEMBERED))
                        .map(times -> times > 1 ? ReportOutcome.MUTED_AGAIN_FOR : ReportOutcome.MUTED_FOR)
                        .delayUntil(length -> mutes.mute(decided.reported(), now.plus(length)));
        };
    }

    private Mono<Void> tell(Decided decided, ReportOutcome outcome, String answer, Duration muted, Instant now) {
        var words = Map.of("title", answer, "path", "/messages/" + decided.conversation());
        var reporter = new Told(decided.reporter(), NotificationKind.REPORT_DECIDED, words);
        var everybody = switch (outcome) {
            case NOTHING_WRONG -> Stream.of(reporter);
            case WARNED -> Stream.of(reporter, new Told(decided.reported(), NotificationKind.CONDUCT_WARNED, words));
            case MUTED ->
                Stream.of(
                        reporter,
                        new Told(
                                decided.reported(),
                                NotificationKind.CONDUCT_MUTED,
                                Map.of("title", answer, "count", String.valueOf(muted.toDays()), "path", "/messages")));
        };
        // In the order of their ids, as everybody locks people.
        return Flux.fromStream(
                        everybody.sorted(Comparator.comparing(told -> told.to().value())))
                .concatMap(told -> tell(told, decided.conversation(), now))
                .then();
    }

    private Mono<Void> tell(Told told, UUID conversation, Instant now) {
        return notifyPeople
                .notify(List.of(new Addressed(told.to(), told.words())), told.kind(), conversation, ids.next(), now)
                .flatMap(found ->
                        liveNews.tell(found.stream().map(LiveNews::notification).toList()));
    }

    private Mono<Page<NamedReport>> named(Page<WaitingReport> page) {
        var people = page.items().stream()
                .flatMap(report -> Stream.of(report.reporter(), report.reported()))
                .distinct()
                .toList();
        return accounts.findAll(people)
                .collect(Collectors.toMap(AccountView::id, AccountView::displayName))
                .map(names -> page.map(report -> new NamedReport(report, names)));
    }

    private record Told(AccountId to, NotificationKind kind, Map<String, String> words) {}

    /** @param names without those whose account is gone */
    public record NamedReport(WaitingReport report, Map<AccountId, String> names) {
        public NamedReport {
            names = Map.copyOf(names);
        }

        public String nameOf(AccountId person) {
            return names.getOrDefault(person, "");
        }
    }
}
