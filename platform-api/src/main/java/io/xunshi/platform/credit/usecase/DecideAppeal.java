package io.xunshi.platform.credit.usecase;

import io.xunshi.platform.credit.CreditProblem;
import io.xunshi.platform.credit.domain.Appeal;
import io.xunshi.platform.credit.domain.Appeal.Decision;
import io.xunshi.platform.credit.storage.AppealRepository;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.messaging.Notices;
import io.xunshi.platform.messaging.Notices.Kind;
import io.xunshi.platform.messaging.Notices.Notice;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** An officer's look at appeals. Of two officers the first decides. */
@Component
public class DecideAppeal {
    private final AppealRepository appeals;
    private final Accounts accounts;
    private final Notices notices;
    private final IdGenerator ids;
    private final Clock clock;

    DecideAppeal(AppealRepository appeals, Accounts accounts, Notices notices, IdGenerator ids, Clock clock) {
        this.appeals = appeals;
        this.accounts = accounts;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    /** The longest waiting first, without the officer's own. */
    public Mono<Page<WaitingAppeal>> findFor(AccountId officer, @Nullable Cursor after, int limit) {
        return appeals.findOpenFor(officer, after, limit + 1)
                .collectList()
                .map(rows -> Page.ofOneMore(rows, limit, appeal -> new Cursor(appeal.madeAt(), appeal.id())))
                .flatMap(this::named);
    }

    /**
     * Raises {@link CreditProblem#NO_SUCH_APPEAL}, {@link CreditProblem#APPEAL_CLOSED} and
     * {@link CreditProblem#NOT_YOURS_TO_DECIDE}.
     *
     * @param remark what the person is told, plain text in lines
     */
    @Transactional
    public Mono<Appeal> decide(AccountId officer, UUID id, boolean isGranted, String remark) {
        return appeals.decide(id, new Decision(officer, isGranted, remark, clock.instant()))
                .switchIfEmpty(Mono.defer(() -> whyNot(officer, id)))
                .delayUntil(this::tell);
    }

    private Mono<Appeal> whyNot(AccountId officer, UUID id) {
        return appeals.find(id)
                .switchIfEmpty(Mono.error(CreditProblem.NO_SUCH_APPEAL::raise))
                .flatMap(appeal -> Mono.error(
                        appeal.account().equals(officer)
                                ? CreditProblem.NOT_YOURS_TO_DECIDE.raise()
                                : CreditProblem.APPEAL_CLOSED.raise()));
    }

    private Mono<Void> tell(Appeal appeal) {
        var code = appeal.conduct().code();
        return notices.tell(
                List.of(new Notice(appeal.account(), Map.of("title", code, "path", "/account/credit"))),
                appeal.state() == Appeal.State.GRANTED ? Kind.CREDIT_APPEAL_GRANTED : Kind.CREDIT_APPEAL_REFUSED,
                appeal.id(),
                ids.next(),
                clock.instant());
    }

    private Mono<Page<WaitingAppeal>> named(Page<Appeal> page) {
        var people = page.items().stream()
                .flatMap(appeal -> Stream.of(appeal.account(), appeal.conduct().counterparty()))
                .distinct()
                .toList();
        return accounts.findAll(people)
                .collectMap(AccountView::id)
                .map(found -> page.map(appeal -> new WaitingAppeal(
                        appeal,
                        nameIn(found, appeal.account()),
                        nameIn(found, appeal.conduct().counterparty()))));
    }

    private static String nameIn(Map<AccountId, AccountView> people, AccountId id) {
        var person = people.get(id);
        return person == null ? "" : person.displayName();
    }

    /** The names are empty where the account is gone. */
    public record WaitingAppeal(Appeal appeal, String name, String counterpartyName) {}
}
