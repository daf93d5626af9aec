package io.xunshi.platform.exchange.usecase;

import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.exchange.ExchangeProblem;
import io.xunshi.platform.exchange.LotEvents.LotChanged;
import io.xunshi.platform.exchange.LotEvents.LotEnded;
import io.xunshi.platform.exchange.LotEvents.LotOffered;
import io.xunshi.platform.exchange.LotEvents.LotPictured;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.LotState;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.exchange.domain.Lot;
import io.xunshi.platform.exchange.domain.LotPictures;
import io.xunshi.platform.exchange.domain.LotTerms;
import io.xunshi.platform.exchange.storage.LotAssayRepository;
import io.xunshi.platform.exchange.storage.LotReferenceRepository;
import io.xunshi.platform.exchange.storage.LotRepository;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.Photos;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.organisation.TradeSide;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Puts a part of what an organisation has before everybody, and takes it back. */
@Component
public class OfferLot {
    static final MemberRole[] MAY_TRADE = {MemberRole.OWNER, MemberRole.TRADER};

    private final LotRepository lots;
    private final LotReferenceRepository references;
    private final LotAssayRepository assays;
    private final KeepStock keepStock;
    private final JudgeOffer judgeOffer;
    private final Organisations organisations;
    private final Photos photos;
    private final EventPublisher events;
    private final ExchangeSettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    OfferLot(
            LotRepository lots,
            LotReferenceRepository references,
            LotAssayRepository assays,
            KeepStock keepStock,
            JudgeOffer judgeOffer,
            Organisations organisations,
            Photos photos,
            EventPublisher events,
            ExchangeSettings settings,
            IdGenerator ids,
            Clock clock) {
        this.lots = lots;
        this.references = references;
        this.assays = assays;
        this.keepStock = keepStock;
        this.judgeOffer = judgeOffer;
        this.organisations = organisations;
        this.photos = photos;
        this.events = events;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Offers a lot and sets its quantity aside; what its pictures are goes into the log. Raises field faults, what
     * {@link Organisations#requireRole} and the trading gate raise, {@link ExchangeProblem#STOCK_SHORT} and
     * {@link ExchangeProblem#TOO_MANY_OFFERS}.
     */
    @Transactional
    public Mono<Lot> offer(AccountId person, OrganisationId seller, LotTerms terms, LotPictures pictures) {
        return organisations
                .requireRole(person, seller, MAY_TRADE)
                .then(judgeOffer.judge(terms))
                .delayUntil(material -> judgeOffer.passGate(seller, material, TradeSide.SELLER, terms.place()))
                .delayUntil(material -> checkLimit(seller))
                .map(material -> offered(person, seller, terms, material))
                .delayUntil(lot -> keepStock.promise(seller, terms.materialCode(), terms.quantity()))
                .delayUntil(lot -> photos.keep(terms.photos(), person))
                .delayUntil(lots::add)
                .delayUntil(lot -> events.publish(new LotOffered(ids.next(), clock.instant(), lot.id(), seller)))
                .delayUntil(lot -> seal(lot, pictures));
    }

    /** Without pictures. */
    @Transactional
    public Mono<Lot> offer(AccountId person, OrganisationId seller, LotTerms terms) {
        return offer(person, seller, terms, LotPictures.NONE);
    }

    /**
     * Hashes what a seller wants to show, in its order; without what is not theirs, which {@link #offer} and
     * {@link #edit} refuse. Outside of transactions.
     */
    public Mono<LotPictures> look(AccountId person, List<PhotoId> pictures) {
        return photos.hashOwn(pictures, person).collectList().map(LotPictures::new);
    }

    /**
     * As {@link #offer}, and keeps the seller's own reference of it. Raises {@link ExchangeProblem#REFERENCE_TAKEN}
     * besides.
     */
    @Transactional
    public Mono<Lot> offerUnder(String reference, AccountId person, OrganisationId seller, LotTerms terms) {
        return offer(person, seller, terms)
                .delayUntil(lot -> references
                        .add(seller, reference, lot.id())
                        .filter(isAdded -> isAdded)
                        .switchIfEmpty(Mono.error(ExchangeProblem.REFERENCE_TAKEN::raise)));
    }

    /**
     * Says something else of a lot that nobody holds and of which no deal has a part. Raises what {@link #offer}
     * raises, {@link ExchangeProblem#LOT_NOT_FOUND}, {@link ExchangeProblem#LOT_NOT_OFFERED},
     * {@link ExchangeProblem#MATERIAL_REPORTED} and {@link HttpProblem#STALE}.
     */
    @Transactional
    public Mono<Lot> edit(AccountId person, LotId id, long version, LotTerms terms, LotPictures pictures) {
        return own(person, id)
                .filter(lot -> lot.state() == LotState.OFFERED && lot.isWhole())
                .switchIfEmpty(Mono.error(ExchangeProblem.LOT_NOT_OFFERED::raise))
                .filter(lot -> lot.version() == version)
                .switchIfEmpty(Mono.error(HttpProblem.STALE::raise))
                .flatMap(lot -> edit(person, lot, terms, pictures));
    }

    /** The stock follows only once the row is this edit's: of two at once the second is stale. */
    private Mono<Lot> edit(AccountId person, Lot lot, LotTerms terms, LotPictures pictures) {
        return judgeOffer
                .judge(terms)
                .delayUntil(material -> judgeOffer.passGate(lot.seller(), material, TradeSide.SELLER, terms.place()))
                .map(material -> lot.saying(terms, material.edition(), Measure.of(material)))
                .flatMap(lots::edit)
                .switchIfEmpty(Mono.error(HttpProblem.STALE::raise))
                .delayUntil(edited -> checkReports(lot, terms))
                .delayUntil(edited -> keepStock.release(lot))
                .delayUntil(edited -> keepStock.promise(lot.seller(), terms.materialCode(), terms.quantity()))
                .delayUntil(edited -> photos.keep(terms.photos(), person))
                .delayUntil(edited -> events.publish(new LotChanged(ids.next(), clock.instant(), lot.id())))
                .delayUntil(
                        edited -> terms.photos().equals(lot.terms().photos()) ? Mono.empty() : seal(edited, pictures));
    }

    private Mono<Void> seal(Lot lot, LotPictures pictures) {
        return pictures.isEmpty()
                ? Mono.empty()
                : events.publish(new LotPictured(
                        ids.next(),
                        clock.instant(),
                        lot.id(),
                        lot.seller(),
                        lot.code(),
                        lot.terms().materialCode(),
                        lot.terms().place().areaCode(),
                        pictures.seal(lot)));
    }

    /**
     * Takes the offer back. Raises {@link ExchangeProblem#LOT_NOT_FOUND} and {@link ExchangeProblem#LOT_NOT_OFFERED}.
     */
    @Transactional
    public Mono<Lot> withdraw(AccountId person, LotId id) {
        return own(person, id)
                .flatMap(lot -> lots.end(lot.id(), LotState.WITHDRAWN, clock.instant()))
                .switchIfEmpty(Mono.error(ExchangeProblem.LOT_NOT_OFFERED::raise))
                .delayUntil(this::finish);
    }

    /** What an expired offer promised may be offered again. */
    @Transactional
    public Mono<Void> expire(LotId id) {
        return lots.end(id, LotState.EXPIRED, clock.instant()).flatMap(this::finish);
    }

    private Mono<Void> finish(Lot ended) {
        return keepStock
                .release(ended)
                .then(Mono.defer(() -> events.publish(new LotEnded(ids.next(), clock.instant(), ended.id()))));
    }

    /**
     * A lot for which the person trades. Raises {@link ExchangeProblem#LOT_NOT_FOUND} and what
     * {@link Organisations#requireRole} raises.
     */
    Mono<Lot> own(AccountId person, LotId id) {
        return lots.find(id)
                .switchIfEmpty(Mono.error(ExchangeProblem.LOT_NOT_FOUND::raise))
                .delayUntil(lot -> organisations.requireRole(person, lot.seller(), MAY_TRADE));
    }

    /** Who attaches one changes the lot's row, too: it is there before this edit, or refused after it. */
    private Mono<Void> checkReports(Lot lot, LotTerms terms) {
        return lot.terms().materialCode().equals(terms.materialCode())
                ? Mono.empty()
                : assays.countOf(lot.id())
                        .filter(count -> count > 0)
                        .flatMap(count -> Mono.error(ExchangeProblem.MATERIAL_REPORTED.raise()));
    }

    private Mono<Void> checkLimit(OrganisationId seller) {
        return lots.countOffered(seller)
                .filter(count -> count < settings.offersMax())
                .switchIfEmpty(Mono.error(() -> ExchangeProblem.TOO_MANY_OFFERS.raise(settings.offersMax())))
                .then();
    }

    private Lot offered(AccountId person, OrganisationId seller, LotTerms terms, Material material) {
        var id = ids.next();
        return new Lot(
                new LotId(id),
                ShortCode.of('F', id),
                seller,
                person,
                LotState.OFFERED,
                terms,
                material.edition(),
                Measure.of(material),
                terms.quantity(),
                null,
                1,
                1,
                clock.instant());
    }
}
