package io.xunshi.platform.tender.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.tender.TenderEvents.TenderPublished;
import io.xunshi.platform.tender.TenderId;
import io.xunshi.platform.tender.TenderProblem;
import io.xunshi.platform.tender.TenderState;
import io.xunshi.platform.tender.domain.Tender;
import io.xunshi.platform.tender.domain.Tender.Published;
import io.xunshi.platform.tender.domain.TenderTerms;
import io.xunshi.platform.tender.domain.TenderText;
import io.xunshi.platform.tender.storage.TenderRepository;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** What buyers do before the close: draft and publish. */
@Component
public class DraftTender {
    private final TenderRepository tenders;
    private final JudgeTender judgeTender;
    private final Organisations organisations;
    private final EventPublisher events;
    private final TenderSettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    DraftTender(
            TenderRepository tenders,
            JudgeTender judgeTender,
            Organisations organisations,
            EventPublisher events,
            TenderSettings settings,
            IdGenerator ids,
            Clock clock) {
        this.tenders = tenders;
        this.judgeTender = judgeTender;
        this.organisations = organisations;
        this.events = events;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Nobody else sees it yet. Raises field faults, what {@link Organisations#requireRole} raises, and
     * {@link TenderProblem#TOO_MANY_TENDERS}.
     */
    @Transactional
    public Mono<Tender> draft(AccountId person, OrganisationId buyer, TenderPlan plan) {
        return organisations
                .requireRole(person, buyer, MemberRole.TRADER)
                .then(judgeTender.judge(buyer, plan))
                .delayUntil(terms -> checkLimit(buyer))
                .map(terms -> drafted(person, buyer, terms))
                .delayUntil(tenders::add);
    }

    /**
     * Asks for something else. Raises field faults, {@link TenderProblem#NOT_FOUND}, {@link TenderProblem#WRONG_STATE}
     * and {@link HttpProblem#STALE}.
     */
    @Transactional
    public Mono<Tender> edit(AccountId person, TenderId id, long version, TenderPlan plan) {
        return draftOf(person, id)
                .filter(tender -> tender.version() == version)
                .switchIfEmpty(Mono.error(HttpProblem.STALE::raise))
                .flatMap(tender -> judgeTender
                        .judge(tender.buyer(), plan)
                        .map(tender::asking)
                        .flatMap(tenders::edit))
                .switchIfEmpty(Mono.error(HttpProblem.STALE::raise));
    }

    /**
     * From here on everybody whom it is for sees it, and the terms stand. Raises field faults where its times are over
     * meanwhile, what the trading gate raises, {@link TenderProblem#NOT_FOUND} and {@link TenderProblem#WRONG_STATE}.
     */
    @Transactional
    public Mono<Tender> publish(AccountId person, TenderId id) {
        return draftOf(person, id)
                .doOnNext(tender -> judgeTender.checkTimes(tender.terms()))
                .delayUntil(tender -> judgeTender.passGate(tender.buyer(), tender.terms()))
                .flatMap(
                        tender -> tenders.publish(id, new Published(clock.instant(), Sha256.of(TenderText.of(tender)))))
                .delayUntil(this::announce);
    }

    private Mono<Void> announce(Tender tender) {
        return Mono.justOrEmpty(tender.published())
                .flatMap(published -> events.publish(new TenderPublished(
                        ids.next(), published.at(), tender.id(), tender.facts(), published.contentHash())));
    }

    /** Locked, a draft, and the caller's. */
    private Mono<Tender> draftOf(AccountId person, TenderId id) {
        return tenders.lock(id)
                .switchIfEmpty(Mono.error(TenderProblem.NOT_FOUND::raise))
                .delayUntil(tender -> organisations.requireRole(person, tender.buyer(), MemberRole.TRADER))
                .filter(tender -> tender.state() == TenderState.DRAFT)
                .switchIfEmpty(Mono.error(TenderProblem.WRONG_STATE::raise));
    }

    private Mono<Void> checkLimit(OrganisationId buyer) {
        return tenders.countWaitingOf(buyer)
                .filter(count -> count < settings.tendersMax())
                .switchIfEmpty(Mono.error(() -> TenderProblem.TOO_MANY_TENDERS.raise(settings.tendersMax())))
                .then();
    }

    private Tender drafted(AccountId person, OrganisationId buyer, TenderTerms terms) {
        var id = ids.next();
        return new Tender(
                new TenderId(id),
                ShortCode.of('E', id),
                buyer,
                person,
                TenderState.DRAFT,
                terms,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                null,
                null,
                null,
                1);
    }
}
