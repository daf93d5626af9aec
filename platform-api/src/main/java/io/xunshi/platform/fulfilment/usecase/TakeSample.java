package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.fulfilment.FulfilmentCause;
import io.xunshi.platform.fulfilment.FulfilmentEvents.SampleTaken;
import io.xunshi.platform.fulfilment.FulfilmentState;
import io.xunshi.platform.fulfilment.domain.Sample;
import io.xunshi.platform.fulfilment.storage.AssayRepository;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Writes down that a sample in four sealed parts was taken of the goods. */
@Component
public class TakeSample {
    private final ActForSide actForSide;
    private final AssayRepository assays;
    private final KeepPapers keepPapers;
    private final ReadPerformance readPerformance;
    private final MoveFulfilment moveFulfilment;
    private final TellOfDelivery tellOfDelivery;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    TakeSample(
            ActForSide actForSide,
            AssayRepository assays,
            KeepPapers keepPapers,
            ReadPerformance readPerformance,
            MoveFulfilment moveFulfilment,
            TellOfDelivery tellOfDelivery,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.actForSide = actForSide;
        this.assays = assays;
        this.keepPapers = keepPapers;
        this.readPerformance = readPerformance;
        this.moveFulfilment = moveFulfilment;
        this.tellOfDelivery = tellOfDelivery;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** For either side. Raises field faults, and {@link io.xunshi.platform.fulfilment.FulfilmentProblem#NOT_NOW}. */
    @Transactional
    public Mono<Performed> take(AccountId person, DealId deal, OrganisationId organisation, NewSample sample) {
        var now = clock.instant();
        return actForSide
                .as(person, deal, organisation, ActForSide.WEIGHS)
                .map(ActForSide.Acting::performed)
                .doOnNext(performed -> performed.requireState(FulfilmentState.WEIGHED))
                .map(performed -> sample.taken(performed.head().signedAt(), now))
                .delayUntil(taken -> keepPapers.keep(deal, person, taken.documents()))
                .delayUntil(taken -> assays.add(deal, taken, person))
                .flatMap(taken -> readPerformance
                        .find(deal)
                        .flatMap(performed ->
                                moveFulfilment.move(performed, FulfilmentState.SAMPLED, FulfilmentCause.SAMPLE_TAKEN))
                        .delayUntil(moved ->
                                events.publish(new SampleTaken(ids.next(), now, deal, moved.seal(Seals.of(taken))))))
                .delayUntil(tellOfDelivery::moved);
    }

    /**
     * What was taken.
     *
     * @param seals of the four parts
     * @param keptUntil last day on which the parts are kept; null for the least
     */
    public record NewSample(
            String takenBy,
            String place,
            List<String> seals,
            Instant takenAt,
            @Nullable LocalDate keptUntil,
            List<UUID> documents) {

        Sample taken(Instant signedAt, Instant now) {
            if (seals.size() != Sample.PARTS || seals.stream().distinct().count() != Sample.PARTS) {
                throw FieldFault.refuse(List.of(new FieldFault("seals", "fulfilment.field.seals")));
            }
            if (takenAt.isAfter(now) || takenAt.isBefore(signedAt)) {
                throw FieldFault.refuse(List.of(new FieldFault("takenAt", "fulfilment.field.sample-time")));
            }
            var least = LocalDate.ofInstant(takenAt, CityTime.ZONE).plusDays(Sample.KEPT_DAYS);
            if (keptUntil != null && keptUntil.isBefore(least)) {
                throw FieldFault.refuse(List.of(new FieldFault("keptUntil", "fulfilment.field.kept-until")));
            }
            return new Sample(takenBy, place, seals, takenAt, keptUntil == null ? least : keptUntil, documents);
        }
    }
}
