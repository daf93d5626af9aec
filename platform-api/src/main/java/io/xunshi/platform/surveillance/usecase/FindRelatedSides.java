package io.xunshi.platform.surveillance.usecase;

import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.surveillance.domain.Fact.RelatedSides;
import io.xunshi.platform.surveillance.storage.SignedDealRepository;
import io.xunshi.platform.surveillance.storage.SignedDealRepository.Pair;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds the deals of a year whose sides hang together, by what is known now. */
@Component
class FindRelatedSides {
    private static final Duration LOOKED_AT = Duration.ofDays(365);

    private final SignedDealRepository deals;
    private final Organisations organisations;
    private final Clock clock;

    FindRelatedSides(SignedDealRepository deals, Organisations organisations, Clock clock) {
        this.deals = deals;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** Control that began after a deal, or had ended before it, says nothing of it. */
    Mono<List<RelatedSides>> now() {
        var after = clock.instant().minus(LOOKED_AT);
        return deals.findPairs(after)
                .collectList()
                .flatMapMany(this::underOneControlToday)
                .concatMap(pair -> deals.findBetween(pair, after))
                .collect(Collectors.groupingBy(FindRelatedSides::dayOf, TreeMap::new, Collectors.toList()))
                .flatMapIterable(Map::entrySet)
                .concatMap(day -> underOneControlOn(day.getKey(), day.getValue()))
                .concatWith(deals.findSharing(after))
                .distinct(RelatedSides::trade)
                .collectList();
    }

    private Flux<Pair> underOneControlToday(List<Pair> pairs) {
        return groupsOf(pairs, LocalDate.ofInstant(clock.instant(), CityTime.ZONE))
                .flatMapMany(groups -> Flux.fromIterable(pairs).filter(pair -> areOne(groups, pair)));
    }

    private Flux<RelatedSides> underOneControlOn(LocalDate day, List<RelatedSides> found) {
        return groupsOf(found.stream().map(FindRelatedSides::pairOf).toList(), day)
                .flatMapMany(groups -> Flux.fromIterable(found)
                        .filter(sides -> areOne(groups, pairOf(sides)))
                        .map(FindRelatedSides::underOneControl));
    }

    private Mono<Map<OrganisationId, OrganisationId>> groupsOf(List<Pair> pairs, LocalDate day) {
        var members = pairs.stream()
                .flatMap(pair -> Stream.of(pair.seller(), pair.buyer()))
                .toList();
        return organisations.controlGroupsOn(day, members);
    }

    private static boolean areOne(Map<OrganisationId, OrganisationId> groups, Pair pair) {
        return Objects.equals(groups.get(pair.seller()), groups.get(pair.buyer()));
    }

    private static LocalDate dayOf(RelatedSides sides) {
        return LocalDate.ofInstant(sides.at(), CityTime.ZONE);
    }

    private static Pair pairOf(RelatedSides sides) {
        return new Pair(sides.deal().seller(), sides.deal().buyer());
    }

    private static RelatedSides underOneControl(RelatedSides sides) {
        return new RelatedSides(sides.deal(), true, sides.sharedPeople(), sides.sharedBrowsers());
    }
}
