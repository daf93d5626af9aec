package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.fulfilment.FulfilmentEvents.LoadWeighed;
import io.xunshi.platform.fulfilment.FulfilmentEvents.ThirdScaleAgreed;
import io.xunshi.platform.fulfilment.FulfilmentProblem;
import io.xunshi.platform.fulfilment.FulfilmentState;
import io.xunshi.platform.fulfilment.domain.Load;
import io.xunshi.platform.fulfilment.domain.ScaleTicket;
import io.xunshi.platform.fulfilment.domain.ScaleTicket.Source;
import io.xunshi.platform.fulfilment.domain.TicketFault;
import io.xunshi.platform.fulfilment.storage.LoadRepository;
import io.xunshi.platform.fulfilment.storage.WeighDeviceRepository;
import io.xunshi.platform.fulfilment.usecase.ActForSide.Acting;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.pricing.Side;
import io.xunshi.platform.pricing.WeighTicket;
import io.xunshi.platform.pricing.WeighTicket.Scale;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Takes weigh tickets (磅单), from a weigher's hand, from a file and from a weighbridge alike. */
@Component
public class TakeTicket {
    private final ActForSide actForSide;
    private final LoadRepository loads;
    private final WeighDeviceRepository devices;
    private final KeepPapers keepPapers;
    private final MoveFulfilment moveFulfilment;
    private final TellOfDelivery tellOfDelivery;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    TakeTicket(
            ActForSide actForSide,
            LoadRepository loads,
            WeighDeviceRepository devices,
            KeepPapers keepPapers,
            MoveFulfilment moveFulfilment,
            TellOfDelivery tellOfDelivery,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.actForSide = actForSide;
        this.loads = loads;
        this.devices = devices;
        this.keepPapers = keepPapers;
        this.moveFulfilment = moveFulfilment;
        this.tellOfDelivery = tellOfDelivery;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The same ticket again changes nothing and is answered alike. Raises {@link FulfilmentProblem#LOAD_NOT_FOUND},
     * {@link FulfilmentProblem#OTHER_SIDE}, {@link FulfilmentProblem#NOT_NOW},
     * {@link FulfilmentProblem#WEIGHED_ALREADY}, {@link FulfilmentProblem#THIRD_SCALE_AGREED}, and what
     * {@link TicketFault} finds.
     */
    @Transactional
    public Mono<Performed> take(AccountId person, OrganisationId organisation, UUID load, NewTicket ticket) {
        return acting(person, organisation, load)
                .flatMap(acting -> take(person, organisation, acting, loadOf(acting, load), ticket)
                        .flatMap(moveFulfilment::afterWeighing)
                        .delayUntil(moved -> tellIfMoved(acting.performed(), moved)));
    }

    /**
     * The side that did not hand it in stands by what a third scale said of a load; it counts from then on. Raises
     * {@link FulfilmentProblem#NOTHING_TO_AGREE}, {@link FulfilmentProblem#NOT_NOW} and the like.
     *
     * @param hash of the ticket that was seen
     */
    @Transactional
    public Mono<Performed> agree(AccountId person, OrganisationId organisation, UUID load, String hash) {
        return acting(person, organisation, load).flatMap(acting -> agreed(acting, loadOf(acting, load), hash));
    }

    /** Of what is sold by the piece. Raises {@link FulfilmentProblem#OTHER_MEASURE} and the like. */
    @Transactional
    public Mono<Performed> count(AccountId person, OrganisationId organisation, UUID load, long pieces) {
        return acting(person, organisation, load)
                .flatMap(acting -> counted(person, acting, loadOf(acting, load), pieces)
                        .flatMap(moveFulfilment::afterWeighing)
                        .delayUntil(moved -> tellIfMoved(acting.performed(), moved)));
    }

    /** One of several, in the caller's transaction, which has locked the performance. */
    Mono<Performed> take(AccountId person, OrganisationId organisation, Acting acting, Load load, NewTicket ticket) {
        return ticketOf(organisation, acting, ticket)
                .flatMap(said -> isThere(acting.performed(), load, said)
                        ? again(acting, load, said)
                        : taken(person, acting, load, ticket, said));
    }

    /** Nothing new, unless the other side hands in what the first has: then both stand by it. */
    private Mono<Performed> again(Acting acting, Load load, WeighTicket said) {
        var hash = ScaleTicket.contentHash(load.id(), said);
        return waiting(acting, load, hash).isPresent() ? agreed(acting, load, hash) : Mono.just(acting.performed());
    }

    private static Optional<ScaleTicket> waiting(Acting acting, Load load, String hash) {
        return acting.performed()
                .performance()
                .standing(load.id(), Scale.THIRD)
                .filter(ticket -> ticket.waitsFor(acting.side()))
                .filter(ticket -> ticket.contentHash().equals(hash));
    }

    private Mono<Performed> agreed(Acting acting, Load load, String hash) {
        var performed = acting.performed();
        requireWeight(performed, performed.state().takesAgreement());
        var ticket = waiting(acting, load, hash).orElseThrow(FulfilmentProblem.NOTHING_TO_AGREE::raise);
        var now = clock.instant();
        return loads.agree(ticket.id(), now)
                .then(Mono.defer(() -> events.publish(new ThirdScaleAgreed(
                        ids.next(),
                        now,
                        performed.deal().id(),
                        load.id(),
                        performed.seal(Seals.ofAgreement(ticket, now))))))
                .then(withTickets(performed))
                .delayUntil(moved -> tellOfDelivery.side(moved, acting.side().other()));
    }

    private Mono<Performed> withTickets(Performed performed) {
        return loads.ticketsOf(performed.deal().id())
                .collectList()
                .map(all -> performed.with(performed.performance().withTickets(all)));
    }

    private Mono<Acting> acting(AccountId person, OrganisationId organisation, UUID load) {
        return loads.dealOf(load)
                .switchIfEmpty(Mono.error(FulfilmentProblem.LOAD_NOT_FOUND::raise))
                .flatMap(deal -> actForSide.as(person, deal, organisation, ActForSide.WEIGHS));
    }

    private static Load loadOf(Acting acting, UUID id) {
        return acting.performed().performance().load(id).orElseThrow(FulfilmentProblem.LOAD_NOT_FOUND::raise);
    }

    /** With the certificate of the device: a side's own is in its register, a third one's is on the ticket. */
    private Mono<WeighTicket> ticketOf(OrganisationId organisation, Acting acting, NewTicket ticket) {
        if (ticket.scale() == Scale.THIRD) {
            var certificate = ticket.certificateTo();
            return certificate == null
                    ? Mono.error(() -> FieldFault.refuse(
                            List.of(new FieldFault("certificateTo", "fulfilment.field.third-certificate"))))
                    : Mono.just(ticket.with(certificate));
        }
        if (acting.side() != (ticket.scale() == Scale.SELLER ? Side.SELLER : Side.BUYER)) {
            return Mono.error(FulfilmentProblem.OTHER_SIDE.raise());
        }
        return devices.findOf(organisation)
                .filter(device -> device.id().equals(ticket.device()))
                .next()
                .switchIfEmpty(Mono.error(FulfilmentProblem.DEVICE_UNKNOWN::raise))
                .map(device -> ticket.with(device.certificateTo()));
    }

    private static boolean isThere(Performed performed, Load load, WeighTicket said) {
        var hash = ScaleTicket.contentHash(load.id(), said);
        return performed.performance().tickets().stream()
                .anyMatch(ticket -> ticket.contentHash().equals(hash));
    }

    private Mono<Performed> taken(AccountId person, Acting acting, Load load, NewTicket ticket, WeighTicket said) {
        var performed = acting.performed();
        check(performed, load, ticket);
        var taken = new ScaleTicket(
                ids.next(),
                load.id(),
                said,
                ticket.overrideReason(),
                ticket.documents(),
                ticket.source(),
                ticket.correction(),
                clock.instant(),
                said.scale() == Scale.THIRD ? acting.side() : null,
                null,
                null);
        var deal = performed.deal().id();
        return loads.earlierTares(load.plate())
                .doOnNext(tares -> checkFigures(performed, load, said, tares))
                .then(keepPapers.keep(deal, person, ticket.documents()))
                .then(loads.supersede(load.id(), said.scale(), taken.takenAt()))
                .then(loads.add(deal, taken, person))
                .then(Mono.defer(() -> events.publish(new LoadWeighed(
                        ids.next(),
                        taken.takenAt(),
                        deal,
                        load.id(),
                        said.netGrams(),
                        performed.seal(taken.contentHash())))))
                .then(withTickets(performed))
                .delayUntil(moved -> taken.broughtBy() == null
                        ? Mono.empty()
                        : tellOfDelivery.side(moved, acting.side().other()));
    }

    private void check(Performed performed, Load load, NewTicket ticket) {
        requireWeight(performed, performed.state().takesTickets());
        performed.performance().standing(load.id(), ticket.scale()).ifPresent(earlier -> {
            if (earlier.agreedAt() != null) {
                throw FulfilmentProblem.THIRD_SCALE_AGREED.raise();
            }
            if (ticket.correction() == null) {
                throw FulfilmentProblem.WEIGHED_ALREADY.raise();
            }
        });
    }

    private static void requireWeight(Performed performed, boolean isNow) {
        if (performed.deal().measure() != Measure.WEIGHT) {
            throw FulfilmentProblem.OTHER_MEASURE.raise();
        }
        if (!isNow) {
            throw FulfilmentProblem.NOT_NOW.raise();
        }
    }

    private void checkFigures(Performed performed, Load load, WeighTicket said, List<Long> tares) {
        TicketFault.of(said, load.plate(), performed.head().signedAt(), clock.instant(), tares)
                .ifPresent(fault -> {
                    throw fault.raise();
                });
    }

    private Mono<Performed> counted(AccountId person, Acting acting, Load load, long pieces) {
        var performed = acting.performed();
        if (acting.side() != Side.BUYER) {
            return Mono.error(FulfilmentProblem.OTHER_SIDE.raise());
        }
        if (performed.deal().measure() != Measure.PIECES) {
            return Mono.error(FulfilmentProblem.OTHER_MEASURE.raise());
        }
        performed.requireState(FulfilmentState.DISPATCHED);
        var deal = performed.deal().id();
        return loads.count(load.id(), pieces, person)
                .then(Mono.defer(() -> events.publish(new LoadWeighed(
                        ids.next(),
                        clock.instant(),
                        deal,
                        load.id(),
                        pieces,
                        performed.seal(Seals.ofCount(load, pieces))))))
                .then(loads.findOf(deal).collectList())
                .map(all -> performed.with(performed.performance().withLoads(new ArrayList<>(all))));
    }

    private Mono<Void> tellIfMoved(Performed before, Performed after) {
        return before.state() == after.state() ? Mono.empty() : tellOfDelivery.moved(after);
    }

    /**
     * What a scale said. Weights are grams.
     *
     * @param certificateTo of a third scale, which is in nobody's register; null otherwise
     * @param overrideReason why a tare unlike the earlier ones is right; null where nobody vouches for it
     * @param correction why it replaces what the scale said before; null where it does not
     */
    public record NewTicket(
            Scale scale,
            String device,
            @Nullable LocalDate certificateTo,
            String plate,
            long grossGrams,
            Instant grossAt,
            long tareGrams,
            Instant tareAt,
            @Nullable String overrideReason,
            @Nullable String correction,
            List<UUID> documents,
            Source source) {

        public NewTicket {
            documents = List.copyOf(documents);
        }

        WeighTicket with(LocalDate certificate) {
            return new WeighTicket(
                    scale, device, certificate, plate, grossGrams, grossAt, tareGrams, tareAt, overrideReason != null);
        }
    }
}
