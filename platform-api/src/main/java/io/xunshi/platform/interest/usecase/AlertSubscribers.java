package io.xunshi.platform.interest.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.interest.domain.OffToken;
import io.xunshi.platform.interest.domain.PriceDrop;
import io.xunshi.platform.interest.domain.SavedSearch.Alerts;
import io.xunshi.platform.interest.domain.SavedSearch.Origin;
import io.xunshi.platform.interest.domain.SearchAlert;
import io.xunshi.platform.interest.domain.SearchMatch;
import io.xunshi.platform.interest.domain.SearchMatch.News;
import io.xunshi.platform.interest.domain.Yuan;
import io.xunshi.platform.interest.storage.AlertRepository;
import io.xunshi.platform.interest.storage.AlertRepository.Digested;
import io.xunshi.platform.interest.storage.SavedSearchRepository;
import io.xunshi.platform.interest.storage.SavedSearchRepository.OffLink;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.messaging.Notices;
import io.xunshi.platform.messaging.Notices.Kind;
import io.xunshi.platform.messaging.Notices.Notice;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells people what their saved searches found: at once, or once a day of all together. */
@Component
public class AlertSubscribers {
    private static final int DIGESTS = 100;

    private final AlertRepository alerts;
    private final SavedSearchRepository searches;
    private final Listings listings;
    private final Notices notices;
    private final InterestSettings settings;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;
    private final MeterRegistry meters;
    private final SecureRandom random = new SecureRandom();

    AlertSubscribers(
            AlertRepository alerts,
            SavedSearchRepository searches,
            Listings listings,
            Notices notices,
            InterestSettings settings,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock,
            MeterRegistry meters) {
        this.alerts = alerts;
        this.searches = searches;
        this.listings = listings;
        this.notices = notices;
        this.settings = settings;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Alerts of one listing, in one transaction. Who has had one of it hears nothing, unless it has got cheaper and
     * they asked for that.
     *
     * @param matches of one listing and one origin, at least one, and at most one for each person
     */
    Mono<Void> alert(List<SearchMatch> matches) {
        var now = clock.instant();
        var listing = matches.getFirst().listing();
        return alerts.add(listing, matches, PriceDrop.isNewsFrom(listing.price().amount()), now)
                .collectList()
                .map(Set::copyOf)
                .doOnNext(alerted -> meters.counter("xunshi.interest.alerts").increment(alerted.size()))
                .flatMap(alerted -> tell(matches.getFirst().news(), atOnce(matches, alerted), now))
                .as(transaction::transactional);
    }

    /** What was found, newest first, each with its listing as it is now. */
    public Mono<Page<Found>> find(AccountId person, @Nullable Cursor after, int limit) {
        return alerts.find(person, after, limit + 1)
                .collectList()
                .map(rows -> Page.ofOneMore(
                        rows,
                        limit,
                        row -> new Cursor(row.matchedAt(), row.listing().value())))
                .flatMap(this::withListings);
    }

    /** In the evening, when people have time to look. */
    @Scheduled(fixedDelayString = "${xunshi.interest.digest-interval:5m}", initialDelayString = "1m")
    public Mono<Void> digest() {
        return Mono.defer(() -> {
            var now = clock.instant().atZone(CityTime.ZONE);
            return now.getHour() < settings.digestHour() ? Mono.empty() : digest(now.toLocalDate());
        });
    }

    @Scheduled(fixedDelayString = "${xunshi.interest.forget-interval:1h}", initialDelayString = "5m")
    public Mono<Void> forget() {
        return Mono.defer(() -> alerts.forgetBefore(clock.instant().minus(settings.alertAge()))
                .then(searches.forgetOffLinksBefore(clock.instant().minus(settings.offLinkAge())))
                .then());
    }

    private Mono<Void> digest(LocalDate day) {
        return digestSome(day)
                .expand(people -> people < DIGESTS ? Mono.empty() : digestSome(day))
                .then();
    }

    private Mono<Integer> digestSome(LocalDate day) {
        return alerts.waitingForDigest(day, DIGESTS)
                .collectList()
                .flatMap(people -> Flux.fromIterable(people)
                        .concatMap(person -> digest(person, day).as(transaction::transactional))
                        .then(Mono.just(people.size())));
    }

    private Mono<Void> digest(AccountId person, LocalDate day) {
        return alerts.takeDigest(person, day)
                .filter(taken -> taken)
                .flatMap(taken -> alerts.takeWaiting(person).collectList())
                .filter(found -> !found.isEmpty())
                .flatMap(found -> titleOf(found).flatMap(title -> digest(person, found, title)));
    }

    private Mono<String> titleOf(List<Digested> found) {
        return listings.find(found.getFirst().listing()).map(ListingView::title).defaultIfEmpty("");
    }

    private Mono<Void> digest(AccountId person, List<Digested> found, String title) {
        var link = new OffLink(
                OffToken.next(random),
                person,
                found.stream().map(Digested::search).distinct().toList());
        var notice = new Notice(
                person,
                Map.of(
                        "title",
                        title,
                        "count",
                        String.valueOf(found.size()),
                        "path",
                        "/saved-searches",
                        "offPath",
                        link.token().path()));
        var now = clock.instant();
        return searches.addOffLinks(List.of(link), now)
                .then(Mono.defer(
                        () -> notices.tell(List.of(notice), Kind.SEARCH_DIGEST, person.value(), ids.next(), now)));
    }

    private static List<SearchMatch> atOnce(List<SearchMatch> matches, Set<AccountId> alerted) {
        return matches.stream()
                .filter(match -> match.search().alerts() == Alerts.INSTANT)
                .filter(match -> alerted.contains(match.search().account()))
                .toList();
    }

    private Mono<Void> tell(News news, List<SearchMatch> matches, Instant now) {
        var told = matches.stream().map(this::told).toList();
        return searches.addOffLinks(told.stream().map(Told::link).toList(), now)
                .then(Mono.defer(() -> notices.tell(
                        told.stream().map(Told::notice).toList(),
                        kindOf(news.origin()),
                        news.listing().value(),
                        ids.next(),
                        now)));
    }

    private static Kind kindOf(Origin origin) {
        return switch (origin) {
            case PERSON -> Kind.SEARCH_MATCHED;
            case WANTED -> Kind.WANTED_MATCHED;
        };
    }

    private Told told(SearchMatch match) {
        var search = match.search();
        return new Told(match, new OffLink(OffToken.next(random), search.account(), List.of(search.id())));
    }

    private Mono<Page<Found>> withListings(Page<SearchAlert> page) {
        return listings.findAll(page.items().stream().map(SearchAlert::listing).toList())
                .collectMap(ListingView::id)
                .map(found -> new Page<>(
                        page.items().stream()
                                .flatMap(alert -> found(alert, found))
                                .toList(),
                        page.nextCursor()));
    }

    private static Stream<Found> found(SearchAlert alert, Map<ListingId, ListingView> listings) {
        var listing = listings.get(alert.listing());
        return listing == null ? Stream.empty() : Stream.of(new Found(alert, listing));
    }

    public record Found(SearchAlert alert, ListingView listing) {}

    private record Told(SearchMatch match, OffLink link) {
        Notice notice() {
            var listing = match.listing();
            return new Notice(
                    match.search().account(),
                    Map.of(
                            "title", listing.title(),
                            "price", Yuan.text(listing.price().amount()),
                            "search", match.search().name(),
                            "path", "/listings/" + listing.id(),
                            "offPath", link.token().path()));
        }
    }
}
