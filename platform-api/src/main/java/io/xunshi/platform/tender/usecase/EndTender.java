package io.xunshi.platform.tender.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.tender.TenderEvents.TenderClosed;
import io.xunshi.platform.tender.TenderEvents.TenderFailed;
import io.xunshi.platform.tender.TenderId;
import io.xunshi.platform.tender.TenderProblem;
import io.xunshi.platform.tender.TenderState;
import io.xunshi.platform.tender.domain.Quote;
import io.xunshi.platform.tender.domain.Tender;
import io.xunshi.platform.tender.domain.Tender.Opened;
import io.xunshi.platform.tender.domain.TenderText;
import io.xunshi.platform.tender.domain.TenderTimer;
import io.xunshi.platform.tender.storage.QuoteRepository;
import io.xunshi.platform.tender.storage.TenderRepository;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Closes tenders, and ends those of which nothing comes. */
@Component
public class EndTender {
    private static final int REASON_MIN = 5;
    private static final int REASON_MAX = 500;

    private final TenderRepository tenders;
    private final QuoteRepository quotes;
    private final Organisations organisations;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    EndTender(
            TenderRepository tenders,
            QuoteRepository quotes,
            Organisations organisations,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.tenders = tenders;
        this.quotes = quotes;
        this.organisations = organisations;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Calls it off. A draft is dropped; of what was published everybody reads the reason, and from the close on it is
     * counted. Raises {@link TenderProblem#NOT_FOUND}, {@link TenderProblem#WRONG_STATE}, field faults and what
     * {@link Organisations#requireRole} raises.
     */
    @Transactional
    public Mono<Tender> cancel(AccountId person, TenderId id, String reason) {
        return tenders.lock(id)
                .switchIfEmpty(Mono.error(TenderProblem.NOT_FOUND::raise))
                .delayUntil(tender -> organisations.requireRole(person, tender.buyer(), MemberRole.TRADER))
                .filter(tender -> tender.state().next().contains(TenderState.CANCELLED))
                .switchIfEmpty(Mono.error(TenderProblem.WRONG_STATE::raise))
                .doOnNext(tender -> check(tender, reason))
                .flatMap(tender -> end(tender, TenderState.CANCELLED, reason.strip()));
    }

    /** What the timer of its state does, where it is due. Joins the caller's transaction. */
    Mono<Tender> runDue(TenderId id) {
        return tenders.lock(id)
                .flatMap(tender -> Mono.justOrEmpty(TenderTimer.of(tender.state()))
                        .filter(timer -> !clock.instant().isBefore(timer.ringsAt(tender)))
                        .flatMap(timer -> run(tender, timer)));
    }

    private Mono<Tender> run(Tender tender, TenderTimer timer) {
        return switch (timer) {
            case FORGET, LAPSE -> end(tender, timer.leadsTo(), null);
            case CLOSE -> quotes.findOf(tender.id()).collectList().flatMap(all -> close(tender, all));
        };
    }

    private Mono<Tender> close(Tender tender, List<Quote> all) {
        var opened = new Opened(Sha256.of(TenderText.ofQuotes(tender, all)), all.size());
        return tenders.close(tender.id(), opened)
                .delayUntil(closed -> events.publish(new TenderClosed(
                        ids.next(),
                        clock.instant(),
                        closed.id(),
                        closed.facts(),
                        opened.quotesHash(),
                        opened.quotes())))
                .flatMap(closed -> all.isEmpty() ? end(closed, TenderState.LAPSED, null) : Mono.just(closed));
    }

    private Mono<Tender> end(Tender tender, TenderState as, @Nullable String reason) {
        return tenders.end(tender.id(), as, clock.instant(), reason)
                .delayUntil(ended -> tender.state() == TenderState.DRAFT
                        ? Mono.empty()
                        : events.publish(new TenderFailed(ids.next(), clock.instant(), ended.id(), as)));
    }

    private static void check(Tender tender, String reason) {
        var length = reason.strip().codePointCount(0, reason.strip().length());
        if (tender.state() != TenderState.DRAFT && (length < REASON_MIN || length > REASON_MAX)) {
            throw FieldFault.refuse(List.of(new FieldFault("reason", "tender.field.reason")));
        }
    }
}
