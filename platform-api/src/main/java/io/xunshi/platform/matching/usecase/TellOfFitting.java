package io.xunshi.platform.matching.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.exchange.FittingOffers;
import io.xunshi.platform.exchange.FittingOffers.Pair;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.matching.MatchingEvents.OffersMatched;
import io.xunshi.platform.matching.storage.PairRepository;
import io.xunshi.platform.messaging.Notices;
import io.xunshi.platform.messaging.Notices.Kind;
import io.xunshi.platform.messaging.Notices.Notice;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells owners and traders what the other side offers or looks for that fits. Each lot and demand are brought together
 * once, whichever of the two came later and whatever is said of them afterwards. Joins the caller's transaction, as the
 * last thing that it does.
 */
@Component
public class TellOfFitting {
    private final FittingOffers fittingOffers;
    private final PairRepository pairs;
    private final Organisations organisations;
    private final Notices notices;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    TellOfFitting(
            FittingOffers fittingOffers,
            PairRepository pairs,
            Organisations organisations,
            Notices notices,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.fittingOffers = fittingOffers;
        this.pairs = pairs;
        this.organisations = organisations;
        this.notices = notices;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** There is news of a lot: those hear of it who look for such goods. */
    public Mono<Void> buyersOf(LotId lot, UUID eventId, Instant at) {
        return fittingOffers
                .demandsFor(lot)
                .transform(this::untold)
                .transform(fitting -> notices(fitting, Pair::buyer, Pair::lotTitle, "/lots/" + lot))
                .collectList()
                .filter(people -> !people.isEmpty())
                .flatMap(people -> notices.tell(people, Kind.LOT_FITS_DEMAND, lot.value(), eventId, at));
    }

    /** There is news of a demand: those hear of it who have such goods. */
    public Mono<Void> sellersFor(UUID demand, UUID eventId, Instant at) {
        return fittingOffers
                .lotsFor(demand)
                .transform(this::untold)
                .transform(fitting -> notices(fitting, Pair::seller, Pair::demandTitle, "/demands/" + demand))
                .collectList()
                .filter(people -> !people.isEmpty())
                .flatMap(people -> notices.tell(people, Kind.DEMAND_FITS_LOT, demand, eventId, at));
    }

    /** The demand has ended and fits nothing any more. */
    public Mono<Void> forget(UUID demand) {
        return pairs.forget(demand);
    }

    private Flux<Pair> untold(Flux<Pair> fitting) {
        return fitting.collectList()
                .filter(found -> !found.isEmpty())
                .flatMap(found -> pairs.claim(found, clock.instant()).collectList())
                .delayUntil(claimed -> Flux.fromIterable(claimed).concatMap(pair -> events.publish(matched(pair))))
                .flatMapIterable(claimed -> claimed);
    }

    private OffersMatched matched(Pair pair) {
        return new OffersMatched(ids.next(), clock.instant(), pair.lot(), pair.seller(), pair.demand(), pair.buyer());
    }

    /** One for each person, however many of their organisation's demands or lots fit. */
    private Flux<Notice> notices(Flux<Pair> fitting, Side side, Title title, String path) {
        return fitting.collectList()
                .filter(found -> !found.isEmpty())
                .flatMapMany(found -> Flux.fromStream(
                                found.stream().map(side::of).distinct())
                        .concatMap(organisation ->
                                organisations.membersOf(organisation, MemberRole.OWNER, MemberRole.TRADER))
                        .distinct()
                        .map(person -> new Notice(person, Map.of("title", title.of(found.getFirst()), "path", path))));
    }

    private interface Side {
        OrganisationId of(Pair pair);
    }

    private interface Title {
        String of(Pair pair);
    }
}
