package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.messaging.MessagingProblem;
import io.xunshi.platform.messaging.domain.MuteAppeal;
import io.xunshi.platform.messaging.domain.MuteAppeal.Verdict;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.storage.MuteAppealRepository;
import io.xunshi.platform.messaging.storage.MuteRepository;
import io.xunshi.platform.messaging.storage.NotificationRepository.Addressed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Another moderator's look at a mute: never who decided it, nor either side of the report. */
@Component
public class DecideMuteAppeal {
    private final MuteAppealRepository appeals;
    private final MuteRepository mutes;
    private final Accounts accounts;
    private final NotifyPeople notifyPeople;
    private final LiveNews liveNews;
    private final IdGenerator ids;
    private final Clock clock;

    DecideMuteAppeal(
            MuteAppealRepository appeals,
            MuteRepository mutes,
            Accounts accounts,
            NotifyPeople notifyPeople,
            LiveNews liveNews,
            IdGenerator ids,
            Clock clock) {
        this.appeals = appeals;
        this.mutes = mutes;
        this.accounts = accounts;
        this.notifyPeople = notifyPeople;
        this.liveNews = liveNews;
        this.ids = ids;
        this.clock = clock;
    }

    /** The longest waiting first, without those that are not the moderator's to decide. */
    public Mono<Page<NamedAppeal>> findFor(AccountId moderator, @Nullable Cursor after, int limit) {
        return appeals.findWaitingFor(moderator, after, limit + 1)
                .collectList()
                .map(rows -> Page.ofOneMore(rows, limit, appeal -> new Cursor(appeal.madeAt(), appeal.id())))
                .flatMap(this::named);
    }

    /**
     * What is granted ends at once, and counts no more when somebody is muted again. Raises
     * {@link MessagingProblem#MUTE_APPEAL_NOT_FOUND}, {@link MessagingProblem#MUTE_APPEAL_CLOSED} and
     * {@link MessagingProblem#MUTE_APPEAL_NOT_YOURS_TO_DECIDE}.
     */
    @Transactional
    public Mono<Void> decide(AccountId moderator, UUID id, Verdict verdict) {
        var now = clock.instant();
        return appeals.decide(id, moderator, verdict, now)
                .switchIfEmpty(Mono.defer(() -> whyNot(id)))
                .delayUntil(appeal ->
                        verdict.granted() ? mutes.end(appeal.account(), appeal.mutedUntil(), now) : Mono.empty())
                .flatMap(appeal -> tell(appeal, verdict, now));
    }

    private Mono<MuteAppeal> whyNot(UUID id) {
        return appeals.isDecided(id)
                .switchIfEmpty(Mono.error(MessagingProblem.MUTE_APPEAL_NOT_FOUND::raise))
                .flatMap(decided -> Mono.error(
                        decided
                                ? MessagingProblem.MUTE_APPEAL_CLOSED.raise()
                                : MessagingProblem.MUTE_APPEAL_NOT_YOURS_TO_DECIDE.raise()));
    }

    private Mono<Void> tell(MuteAppeal appeal, Verdict verdict, Instant now) {
        var person = new Addressed(appeal.account(), Map.of("title", verdict.remark(), "path", "/messages"));
        var kind = verdict.granted() ? NotificationKind.MUTE_APPEAL_GRANTED : NotificationKind.MUTE_APPEAL_REFUSED;
        return notifyPeople
                .notify(List.of(person), kind, appeal.id(), ids.next(), now)
                .flatMap(told ->
                        liveNews.tell(told.stream().map(LiveNews::notification).toList()));
    }

    private Mono<Page<NamedAppeal>> named(Page<MuteAppeal> page) {
        return accounts.findAll(page.items().stream()
                        .map(MuteAppeal::account)
                        .distinct()
                        .toList())
                .collectMap(AccountView::id, AccountView::displayName)
                .map(names -> page.map(appeal -> new NamedAppeal(appeal, names.getOrDefault(appeal.account(), ""))));
    }

    /** @param name empty where the account is gone */
    public record NamedAppeal(MuteAppeal appeal, String name) {}
}
