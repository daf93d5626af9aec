package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.fulfilment.FulfilmentCause;
import io.xunshi.platform.fulfilment.FulfilmentEvents.AssayReported;
import io.xunshi.platform.fulfilment.FulfilmentProblem;
import io.xunshi.platform.fulfilment.FulfilmentState;
import io.xunshi.platform.fulfilment.domain.AssayReport;
import io.xunshi.platform.fulfilment.domain.AssayReport.Reader;
import io.xunshi.platform.fulfilment.storage.AssayRepository;
import io.xunshi.platform.fulfilment.storage.FulfilmentRepository;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.pricing.Assay.HardReject;
import io.xunshi.platform.pricing.Side;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Takes what laboratories read of a sample, and has both sides name an umpire where they read too differently. */
@Component
public class ReportAssay {
    private final ActForSide actForSide;
    private final IndependentOfficer independentOfficer;
    private final AssayRepository assays;
    private final FulfilmentRepository fulfilments;
    private final KeepPapers keepPapers;
    private final MoveFulfilment moveFulfilment;
    private final TellOfDelivery tellOfDelivery;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    ReportAssay(
            ActForSide actForSide,
            IndependentOfficer independentOfficer,
            AssayRepository assays,
            FulfilmentRepository fulfilments,
            KeepPapers keepPapers,
            MoveFulfilment moveFulfilment,
            TellOfDelivery tellOfDelivery,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.actForSide = actForSide;
        this.independentOfficer = independentOfficer;
        this.assays = assays;
        this.fulfilments = fulfilments;
        this.keepPapers = keepPapers;
        this.moveFulfilment = moveFulfilment;
        this.tellOfDelivery = tellOfDelivery;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * One side's reading, which the other does not see before it has read itself. Raises field faults,
     * {@link FulfilmentProblem#NOT_NOW} and {@link FulfilmentProblem#READ_ALREADY}.
     */
    @Transactional
    public Mono<Performed> report(AccountId person, DealId deal, OrganisationId organisation, Reading reading) {
        return actForSide
                .as(person, deal, organisation, ActForSide.TRADES)
                .flatMap(acting -> reported(
                        person,
                        acting.performed(),
                        reading.report(acting.side() == Side.SELLER ? Reader.SELLER : Reader.BUYER, clock.instant())))
                .flatMap(moveFulfilment::afterReading)
                .delayUntil(tellOfDelivery::moved);
    }

    /** One side names the laboratory that it would take as umpire; once both name the same, it is chosen. */
    @Transactional
    public Mono<Performed> name(AccountId person, DealId deal, OrganisationId organisation, String laboratory) {
        return actForSide
                .as(person, deal, organisation, ActForSide.TRADES)
                .doOnNext(acting -> acting.performed().requireState(FulfilmentState.DISPUTED))
                .flatMap(acting -> fulfilments
                        .save(acting.performed()
                                .head()
                                .with(acting.performed().head().umpire().named(acting.side(), laboratory)))
                        .map(acting.performed()::with))
                .delayUntil(tellOfDelivery::moved);
    }

    /** An officer names one where the sides do not agree. Raises {@link FulfilmentProblem#NOT_INDEPENDENT}. */
    @Transactional
    public Mono<Performed> nameForBoth(AccountId officer, DealId deal, String laboratory) {
        return independentOfficer
                .lock(officer, deal)
                .doOnNext(performed -> performed.requireState(FulfilmentState.DISPUTED))
                .flatMap(performed -> fulfilments
                        .save(performed.head().with(performed.head().umpire().namedByOfficer(laboratory)))
                        .map(performed::with))
                .delayUntil(tellOfDelivery::moved);
    }

    /**
     * What the umpire read, which an officer enters for the laboratory. Raises {@link FulfilmentProblem#NO_UMPIRE} and
     * {@link FulfilmentProblem#NOT_INDEPENDENT}.
     */
    @Transactional
    public Mono<Performed> umpire(AccountId officer, DealId deal, Reading reading) {
        return independentOfficer
                .lock(officer, deal)
                .doOnNext(performed -> performed.requireState(FulfilmentState.DISPUTED))
                .flatMap(performed -> umpired(officer, performed, reading))
                .delayUntil(tellOfDelivery::moved);
    }

    private Mono<Performed> umpired(AccountId officer, Performed performed, Reading reading) {
        var laboratory = performed.head().umpire().laboratory();
        if (laboratory == null) {
            return Mono.error(FulfilmentProblem.NO_UMPIRE.raise());
        }
        requireValues(
                reading.values(),
                performed.reckoning().disputed(),
                performed.reckoning().agreed().keySet());
        var report = new AssayReport(
                Reader.UMPIRE, laboratory, reading.values(), reading.rejects(), reading.documents(), clock.instant());
        return kept(officer, performed, report)
                .flatMap(read -> moveFulfilment.move(read, FulfilmentState.ASSAYED, FulfilmentCause.UMPIRE_HAS_READ));
    }

    private Mono<Performed> reported(AccountId person, Performed performed, AssayReport report) {
        if (performed.performance().report(report.reader()).isPresent()) {
            return Mono.error(FulfilmentProblem.READ_ALREADY.raise());
        }
        performed.requireState(FulfilmentState.SAMPLED);
        var needed = performed.reckoning().agreed().keySet();
        requireValues(report.values(), needed, needed);
        return kept(person, performed, report);
    }

    private Mono<Performed> kept(AccountId person, Performed performed, AssayReport report) {
        var deal = performed.deal().id();
        var all = new ArrayList<>(performed.performance().reports());
        all.add(report);
        return keepPapers
                .keep(deal, person, report.documents())
                .then(assays.add(deal, report, person))
                .then(Mono.defer(() -> events.publish(
                        new AssayReported(ids.next(), report.at(), deal, performed.seal(Seals.of(report))))))
                .thenReturn(performed.with(performed.performance().withReports(all)));
    }

    private static void requireValues(Map<String, Long> values, Collection<String> needed, Set<String> known) {
        if (!values.keySet().containsAll(needed) || !known.containsAll(values.keySet())) {
            throw FieldFault.refuse(List.of(new FieldFault("values", "fulfilment.field.values")));
        }
    }

    /**
     * What a laboratory read.
     *
     * @param values by attribute, in hundredths of its unit
     */
    public record Reading(String laboratory, Map<String, Long> values, Set<HardReject> rejects, List<UUID> documents) {
        AssayReport report(Reader reader, Instant at) {
            return new AssayReport(reader, laboratory, values, rejects, documents, at);
        }
    }
}
