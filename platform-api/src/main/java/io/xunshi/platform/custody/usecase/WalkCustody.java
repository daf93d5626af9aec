package io.xunshi.platform.custody.usecase;

import io.xunshi.platform.custody.CustodyProblem;
import io.xunshi.platform.custody.domain.CustodyGraph;
import io.xunshi.platform.custody.domain.CustodyGraph.BatchNode;
import io.xunshi.platform.custody.domain.CustodyGraph.ParcelNode;
import io.xunshi.platform.custody.domain.CustodyGraph.Use;
import io.xunshi.platform.custody.domain.Direction;
import io.xunshi.platform.custody.domain.SeenGraph;
import io.xunshi.platform.custody.storage.CustodyGraphRepository;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.Membership;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.Organisations;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Walks a chain from something back to first receipts, and forward to products. */
@Component
public class WalkCustody {
    private final CustodyGraphRepository graphs;
    private final Organisations organisations;

    WalkCustody(CustodyGraphRepository graphs, Organisations organisations) {
        this.graphs = graphs;
        this.organisations = organisations;
    }

    /**
     * As the person's organisations may see it, from those batches alone in which one of them had a hand: a lot may
     * have gone to several. Raises {@link CustodyProblem#NOTHING_TO_TRACE} where there are none.
     *
     * @param limit of the batches, each way
     */
    public Mono<SeenGraph> forMember(AccountId person, Start start, Direction direction, int limit) {
        return organisations
                .membershipsOf(person)
                .map(Membership::organisation)
                .collect(Collectors.toSet())
                .flatMap(own -> startsOf(start)
                        .map(ends -> ends.of(own))
                        .filter(ends -> !ends.batches().isEmpty())
                        .switchIfEmpty(Mono.error(CustodyProblem.NOTHING_TO_TRACE::raise))
                        .flatMap(ends -> walk(ends, direction, limit))
                        .flatMap(graph -> namesOf(known(own, graph)).map(names -> SeenGraph.by(own, graph, names))));
    }

    /** All of it. Raises {@link CustodyProblem#NOTHING_TO_TRACE} where there is no such thing. */
    public Mono<SeenGraph> forAuditor(Start start, Direction direction, int limit) {
        return startsOf(start)
                .filter(ends -> !ends.batches().isEmpty())
                .switchIfEmpty(Mono.error(CustodyProblem.NOTHING_TO_TRACE::raise))
                .flatMap(ends -> walk(ends, direction, limit))
                .flatMap(graph -> namesOf(graph.organisations().collect(Collectors.toSet()))
                        .map(names -> SeenGraph.byAuditors(graph, names)));
    }

    private static Set<OrganisationId> known(Set<OrganisationId> own, CustodyGraph graph) {
        return Stream.concat(own.stream(), graph.partnersOf(own).stream()).collect(Collectors.toSet());
    }

    private Mono<Map<OrganisationId, String>> namesOf(Set<OrganisationId> ids) {
        return organisations.findAll(ids).collectMap(OrganisationView::id, OrganisationView::name);
    }

    private Mono<Ends> startsOf(Start start) {
        var from = switch (start) {
            case OfParcel parcel ->
                graphs.madeOf(parcel.id())
                        .collectList()
                        .flatMap(made -> graphs.usersOf(parcel.id())
                                .collectList()
                                .map(users -> new From(made, users, Set.of(parcel.id()))));
            case OfBatch batch -> Mono.just(From.of(List.of(batch.id())));
            case OfLot lot -> graphs.ofLot(lot.id()).collectList().map(From::of);
            case OfDeal deal -> graphs.ofDeal(deal.id()).collectList().map(From::of);
        };
        return from.flatMap(ends -> graphs.batches(ends.all()).collectList().map(found -> new Ends(ends, found)));
    }

    private Mono<CustodyGraph> walk(Ends ends, Direction direction, int limit) {
        var from = ends.from();
        return way(direction.leadsBack(), graphs.back(from.back(), limit + 1))
                .flatMap(back -> way(direction.leadsForward(), graphs.forward(from.forward(), limit + 1))
                        .flatMap(forward -> drawn(from, cut(back, limit), cut(forward, limit))
                                .map(graph -> new CustodyGraph(
                                        graph.batches(),
                                        graph.parcels(),
                                        graph.uses(),
                                        back.size() > limit || forward.size() > limit))));
    }

    private static Mono<List<UUID>> way(boolean isWanted, Flux<UUID> walked) {
        return isWanted ? walked.collectList() : Mono.just(List.of());
    }

    private static List<UUID> cut(List<UUID> walked, int limit) {
        return walked.size() > limit ? walked.subList(0, limit) : walked;
    }

    /** Back everything that went in, forward everything that was made, and in between what it starts from. */
    private Mono<CustodyGraph> drawn(From from, List<UUID> back, List<UUID> forward) {
        var all = Stream.concat(back.stream(), forward.stream()).collect(Collectors.toCollection(LinkedHashSet::new));
        return graphs.batches(all)
                .collectList()
                .flatMap(batches -> graphs.usesBy(all)
                        .collectList()
                        .flatMap(uses -> graphs.madeBy(forward)
                                .collectList()
                                .flatMap(made -> drawn(from, Set.copyOf(back), batches, uses, made))));
    }

    private Mono<CustodyGraph> drawn(
            From from, Set<UUID> back, List<BatchNode> batches, List<Use> uses, List<ParcelNode> made) {
        var ahead = Stream.concat(made.stream().map(ParcelNode::id), from.parcels().stream())
                .collect(Collectors.toSet());
        var shown = uses.stream()
                .filter(use -> back.contains(use.batch()) || ahead.contains(use.parcel()))
                .toList();
        var missing = new HashSet<>(from.parcels());
        shown.forEach(use -> missing.add(use.parcel()));
        made.forEach(parcel -> missing.remove(parcel.id()));
        return graphs.parcels(missing)
                .collectList()
                .map(others -> new CustodyGraph(
                        batches, Stream.concat(others.stream(), made.stream()).toList(), shown, false));
    }

    /** What a walk starts from. */
    public sealed interface Start {}

    public record OfParcel(UUID id) implements Start {}

    public record OfBatch(UUID id) implements Start {}

    public record OfLot(LotId id) implements Start {}

    public record OfDeal(DealId id) implements Start {}

    /** @param parcels shown whatever is walked */
    private record From(List<UUID> back, List<UUID> forward, Set<UUID> parcels) {

        static From of(List<UUID> batches) {
            return new From(batches, batches, Set.of());
        }

        From within(Set<UUID> batches) {
            return new From(
                    back.stream().filter(batches::contains).toList(),
                    forward.stream().filter(batches::contains).toList(),
                    parcels);
        }

        Collection<UUID> all() {
            return Stream.concat(back.stream(), forward.stream()).collect(Collectors.toSet());
        }
    }

    private record Ends(From from, List<BatchNode> batches) {

        /** Those in which one of these had a hand. */
        Ends of(Set<OrganisationId> own) {
            var theirs = batches.stream().filter(batch -> batch.isOf(own)).toList();
            return new Ends(from.within(theirs.stream().map(BatchNode::id).collect(Collectors.toSet())), theirs);
        }
    }
}
