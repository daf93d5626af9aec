package io.xunshi.platform.surveillance.domain;

import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.surveillance.domain.Fact.SignedDeal;
import io.xunshi.platform.surveillance.domain.Finding.Evidence;
import io.xunshi.platform.surveillance.domain.Finding.Figure;
import io.xunshi.platform.surveillance.domain.Finding.Figure.Name;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * 循环交易. Who sells is joined to who buys, for each material by itself; where one can walk from a buyer back to the
 * seller, all on the way are one strongly connected component. It is a finding when everybody in it has bought, within
 * a window, what they have sold: then nothing was traded but the figures. The shortest window that shows it counts.
 */
public final class CircularTrade implements Detection<SignedDeal> {
    /** Within which goods come back, the shortest first. */
    static final List<Duration> WINDOWS = List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));

    /** Of what a member bought and sold, the share that the two may be apart. */
    static final double NET_SHARE_MOST = 0.01;

    @Override
    public Detector detector() {
        return Detector.CIRCULAR_TRADE;
    }

    @Override
    public Duration memory() {
        return WINDOWS.getLast();
    }

    @Override
    public List<Finding> judge(List<SignedDeal> facts, Instant since) {
        var byMaterial = facts.stream()
                .collect(Collectors.groupingBy(SignedDeal::materialCode, LinkedHashMap::new, Collectors.toList()));
        var found = new LinkedHashMap<String, Finding>();
        byMaterial.values().forEach(deals -> {
            for (int last = 0; last < deals.size(); last++) {
                if (!deals.get(last).at().isBefore(since)) {
                    closedBy(deals.subList(0, last + 1)).ifPresent(ring -> found.putIfAbsent(ring.key(), ring));
                }
            }
        });
        return List.copyOf(found.values());
    }

    /** The ring that the last of the deals closes. */
    private static Optional<Finding> closedBy(List<SignedDeal> deals) {
        return WINDOWS.stream()
                .flatMap(window -> ringWithin(window, deals).stream())
                .findFirst();
    }

    private static Optional<Finding> ringWithin(Duration window, List<SignedDeal> deals) {
        var last = deals.getLast();
        var from = last.at().minus(window);
        var within = deals.stream().filter(deal -> deal.at().isAfter(from)).toList();
        var members = reached(last.buyer(), sides(within, SignedDeal::seller, SignedDeal::buyer));
        members.retainAll(reached(last.buyer(), sides(within, SignedDeal::buyer, SignedDeal::seller)));
        if (!members.contains(last.seller())) {
            return Optional.empty();
        }
        var inner = within.stream()
                .filter(deal -> members.contains(deal.seller()) && members.contains(deal.buyer()))
                .toList();
        var worst = members.stream()
                .mapToDouble(member -> netShare(member, inner))
                .max()
                .orElse(1);
        return worst <= NET_SHARE_MOST ? Optional.of(ring(window, members, inner, worst)) : Optional.empty();
    }

    private static double netShare(OrganisationId member, List<SignedDeal> deals) {
        var sold = quantity(deals, deal -> deal.seller().equals(member));
        var bought = quantity(deals, deal -> deal.buyer().equals(member));
        return Math.abs(sold - bought) / Math.max(sold, bought);
    }

    private static double quantity(List<SignedDeal> deals, Predicate<SignedDeal> which) {
        return deals.stream().filter(which).mapToDouble(SignedDeal::quantity).sum();
    }

    private static Map<OrganisationId, Set<OrganisationId>> sides(
            List<SignedDeal> deals,
            Function<SignedDeal, OrganisationId> from,
            Function<SignedDeal, OrganisationId> to) {
        return deals.stream()
                .collect(Collectors.groupingBy(from, Collectors.mapping(to, Collectors.toUnmodifiableSet())));
    }

    private static Set<OrganisationId> reached(OrganisationId first, Map<OrganisationId, Set<OrganisationId>> steps) {
        var reached = new HashSet<>(Set.of(first));
        var open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            steps.getOrDefault(open.remove(), Set.of()).stream()
                    .filter(reached::add)
                    .forEach(open::add);
        }
        return reached;
    }

    private static Finding ring(
            Duration window, Collection<OrganisationId> members, List<SignedDeal> deals, double worst) {
        var sorted = members.stream()
                .sorted(Comparator.comparing(OrganisationId::value))
                .toList();
        var first = deals.getFirst();
        return new Finding(
                Detector.CIRCULAR_TRADE,
                Severity.HIGH,
                first.materialCode(),
                Finding.keyOf(Detection.month(deals.getLast().at()), first.materialCode(), sorted),
                1 - worst,
                1 - NET_SHARE_MOST,
                List.of(
                        new Figure(Name.WINDOW_DAYS, window.toDays()),
                        new Figure(Name.MEMBERS, sorted.size()),
                        new Figure(Name.TRADES, deals.size()),
                        new Figure(Name.TRADED_QUANTITY, quantity(deals, deal -> true)),
                        new Figure(Name.WORST_NET_SHARE, worst)),
                sorted,
                deals.stream()
                        .map(deal -> Evidence.of(deal, deal.seller(), deal.buyer(), deal.quantity()))
                        .toList());
    }
}
