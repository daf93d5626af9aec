package io.xunshi.platform.matching.usecase;

import io.xunshi.platform.exchange.FindableOffer;
import io.xunshi.platform.exchange.FindableOffers;
import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.matching.domain.SavedOfferSearch;
import io.xunshi.platform.matching.storage.OfferQueueRepository;
import io.xunshi.platform.matching.storage.OfferQueueRepository.Waiting;
import io.xunshi.platform.matching.storage.SavedOfferSearchRepository;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.search.ReverseOfferSearch;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tries saved searches on new lots and demands, as soon as the search itself can find them in the version that there is
 * news of.
 */
@Component
public class MatchSavedOfferSearches {
    private static final int OFFERS = 20;
    private static final int SEARCHES = 500;

    private final OfferQueueRepository queue;
    private final SavedOfferSearchRepository searches;
    private final FindableOffers offers;
    private final ReverseOfferSearch reverseOfferSearch;
    private final Organisations organisations;
    private final AlertOfOffer alertOfOffer;
    private final MatchingSettings settings;
    private final Clock clock;

    MatchSavedOfferSearches(
            OfferQueueRepository queue,
            SavedOfferSearchRepository searches,
            FindableOffers offers,
            ReverseOfferSearch reverseOfferSearch,
            Organisations organisations,
            AlertOfOffer alertOfOffer,
            MatchingSettings settings,
            Clock clock) {
        this.queue = queue;
        this.searches = searches;
        this.offers = offers;
        this.reverseOfferSearch = reverseOfferSearch;
        this.organisations = organisations;
        this.alertOfOffer = alertOfOffer;
        this.settings = settings;
        this.clock = clock;
    }

    /** There is news of a lot or a demand. */
    public Mono<Void> queue(OfferSide side, UUID offer) {
        return queue.add(side, offer, clock.instant());
    }

    /** While the engine is down, what waits goes on waiting. */
    @Scheduled(fixedDelayString = "${xunshi.matching.interval:500ms}")
    public Mono<Void> matchWaiting() {
        return Flux.defer(() -> {
                    var now = clock.instant();
                    return queue.take(OFFERS, now, now.plus(settings.lease()));
                })
                .collectList()
                .flatMapIterable(waiting -> waiting)
                .concatMap(this::match)
                .then()
                .onErrorComplete(ProblemException.class);
    }

    /** Nobody is told twice of what lasts no longer than this. */
    @Scheduled(fixedDelayString = "${xunshi.matching.forget-interval:1h}")
    public Mono<Void> forgetOldAlerts() {
        return Mono.defer(() -> queue.forgetAlertsBefore(clock.instant().minus(settings.alertAge())));
    }

    private Mono<Void> match(Waiting waiting) {
        return offers.find(waiting.side(), waiting.offer())
                .filter(FindableOffer::isFindable)
                .flatMap(offer -> match(waiting, offer))
                .switchIfEmpty(Mono.just(true))
                .flatMap(isDone -> isDone
                        ? queue.remove(waiting)
                        : queue.putBack(waiting, clock.instant().plus(settings.again())));
    }

    /** Whether there is nothing left to do. */
    private Mono<Boolean> match(Waiting waiting, FindableOffer offer) {
        return reverseOfferSearch
                .findableVersions(offer.side(), List.of(offer.id()))
                .map(versions -> versions.getOrDefault(offer.id(), 0L) >= offer.version())
                .flatMap(isKnown -> isKnown ? alert(offer).thenReturn(true) : Mono.just(isTooOld(waiting)));
    }

    private boolean isTooOld(Waiting waiting) {
        return waiting.queuedAt().plus(settings.patience()).isBefore(clock.instant());
    }

    private Mono<Void> alert(FindableOffer offer) {
        return page(offer.side(), new UUID(0, 0))
                .expand(page -> page.size() < SEARCHES
                        ? Mono.empty()
                        : page(offer.side(), page.getLast().id()))
                .concatMap(page -> finding(offer, page))
                .collectList()
                .filter(finding -> !finding.isEmpty())
                .zipWith(
                        own(offer),
                        (finding, own) -> finding.stream()
                                .filter(search -> !own.contains(search.account()))
                                .toList())
                .flatMap(finding -> alertOfOffer.alert(offer, finding));
    }

    private Mono<List<SavedOfferSearch>> page(OfferSide side, UUID after) {
        return searches.findFor(side, after, SEARCHES).collectList();
    }

    private Flux<SavedOfferSearch> finding(FindableOffer offer, List<SavedOfferSearch> page) {
        return page.isEmpty()
                ? Flux.empty()
                : reverseOfferSearch
                        .match(
                                offer.side(),
                                page.stream().collect(Collectors.toMap(SavedOfferSearch::id, SavedOfferSearch::search)),
                                List.of(offer.id()))
                        .flatMapIterable(found -> page.stream()
                                .filter(search -> found.containsKey(search.id()))
                                .toList());
    }

    /** One's own organisation's offers are no news. */
    private Mono<Set<AccountId>> own(FindableOffer offer) {
        return organisations.membersOf(offer.party().id(), MemberRole.values()).collect(Collectors.toUnmodifiableSet());
    }
}
