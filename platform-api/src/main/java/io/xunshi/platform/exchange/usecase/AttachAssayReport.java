package io.xunshi.platform.exchange.usecase;

import io.xunshi.platform.catalog.Materials;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.exchange.ExchangeProblem;
import io.xunshi.platform.exchange.LotEvents.LotAssayed;
import io.xunshi.platform.exchange.LotEvents.LotChanged;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.domain.AssayReport;
import io.xunshi.platform.exchange.domain.Lot;
import io.xunshi.platform.exchange.domain.OfferRules;
import io.xunshi.platform.exchange.storage.LotAssayRepository;
import io.xunshi.platform.exchange.storage.LotRepository;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.media.DocumentId;
import io.xunshi.platform.media.DocumentView;
import io.xunshi.platform.media.Documents;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Puts what a laboratory read beside what the seller says of a lot, and takes it away again. */
@Component
public class AttachAssayReport {
    private static final List<FieldFault> NO_DOCUMENT =
            List.of(new FieldFault("documentId", "exchange.field.document"));

    private final OfferLot offerLot;
    private final LotRepository lots;
    private final LotAssayRepository assays;
    private final Materials materials;
    private final Documents documents;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    AttachAssayReport(
            OfferLot offerLot,
            LotRepository lots,
            LotAssayRepository assays,
            Materials materials,
            Documents documents,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.offerLot = offerLot;
        this.lots = lots;
        this.assays = assays;
        this.materials = materials;
        this.documents = documents;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * While nobody holds the lot and no deal has a part of it; like an edit it makes a new version of what is offered.
     * Raises field faults, {@link ExchangeProblem#LOT_NOT_FOUND}, {@link ExchangeProblem#LOT_NOT_OFFERED} and
     * {@link ExchangeProblem#TOO_MANY_REPORTS}.
     */
    @Transactional
    public Mono<AssayReport> attach(AccountId person, LotId id, NewReport said) {
        return offerLot.own(person, id)
                .flatMap(lot -> restated(lot.id()))
                .delayUntil(lot -> check(said, lot))
                .delayUntil(lot -> checkRoom(lot.id()))
                .flatMap(lot -> findPaper(said, person)
                        .map(paper -> said.report(ids.next(), paper, clock))
                        .delayUntil(report -> add(person, lot, report)));
    }

    /**
     * What was attached by mistake; the log keeps that it was there. Raises {@link ExchangeProblem#LOT_NOT_FOUND},
     * {@link ExchangeProblem#LOT_NOT_OFFERED} and {@link ExchangeProblem#REPORT_NOT_FOUND}.
     */
    @Transactional
    public Mono<Void> detach(AccountId person, LotId id, UUID report) {
        return offerLot.own(person, id)
                .flatMap(lot -> restated(lot.id()))
                .flatMap(lot -> assays.remove(lot.id(), report))
                .filter(isRemoved -> isRemoved)
                .switchIfEmpty(Mono.error(ExchangeProblem.REPORT_NOT_FOUND::raise))
                .flatMap(isRemoved -> publishChanged(id));
    }

    /** Of two who attach at once the second waits here, so that they are counted one after the other. */
    private Mono<Lot> restated(LotId id) {
        return lots.restate(id).switchIfEmpty(Mono.error(ExchangeProblem.LOT_NOT_OFFERED::raise));
    }

    private Mono<Void> check(NewReport said, Lot lot) {
        return materials
                .findEdition(lot.terms().materialCode(), lot.materialEdition())
                .map(material -> OfferRules.faultsOfReport(
                        said.issuedOn(),
                        said.readings(),
                        material,
                        materials.quality(material.qualitySchema()),
                        LocalDate.ofInstant(clock.instant(), CityTime.ZONE)))
                .filter(faults -> !faults.isEmpty())
                .flatMap(faults -> Mono.error(FieldFault.refuse(faults)));
    }

    private Mono<Void> checkRoom(LotId id) {
        return assays.countOf(id)
                .filter(count -> count < AssayReport.PER_LOT_MAX)
                .switchIfEmpty(Mono.error(() -> ExchangeProblem.TOO_MANY_REPORTS.raise(AssayReport.PER_LOT_MAX)))
                .then();
    }

    private Mono<DocumentView> findPaper(NewReport said, AccountId person) {
        return documents
                .findOwn(said.document(), person)
                .switchIfEmpty(Mono.error(() -> FieldFault.refuse(NO_DOCUMENT)));
    }

    private Mono<Void> add(AccountId person, Lot lot, AssayReport report) {
        return assays.add(lot.id(), report, person)
                .filter(isAdded -> isAdded)
                .switchIfEmpty(Mono.error(() -> FieldFault.refuse(NO_DOCUMENT)))
                .then(documents.keep(report.document().id(), person))
                .then(Mono.defer(() -> events.publish(assayed(lot, report))))
                .then(Mono.defer(() -> publishChanged(lot.id())));
    }

    private LotAssayed assayed(Lot lot, AssayReport report) {
        return new LotAssayed(
                ids.next(),
                report.addedAt(),
                lot.id(),
                lot.seller(),
                lot.code(),
                lot.terms().materialCode(),
                lot.terms().place().areaCode(),
                report.seal(lot.code()));
    }

    private Mono<Void> publishChanged(LotId id) {
        return events.publish(new LotChanged(ids.next(), clock.instant(), id));
    }

    /**
     * What a seller says of a paper.
     *
     * @param readings of quality attributes of the lot's material, by their codes
     * @param document that the same person has uploaded
     */
    public record NewReport(
            String laboratory, String number, LocalDate issuedOn, Map<String, String> readings, DocumentId document) {
        AssayReport report(UUID id, DocumentView paper, Clock clock) {
            return new AssayReport(id, laboratory, number, issuedOn, readings, paper, clock.instant());
        }
    }
}
