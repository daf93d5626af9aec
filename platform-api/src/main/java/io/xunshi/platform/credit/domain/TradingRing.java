package io.xunshi.platform.credit.domain;

import io.xunshi.platform.audit.Dealing;
import io.xunshi.platform.identity.AccountId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * 互刷圈: a few accounts that pass things on mostly to each other, so that each gets something back from the others. What
 * they do for each other says nothing about how they treat strangers. It is no proof of anything: neighbours can look
 * the same, which is why their trades stay what they are and only their score does not count them.
 *
 * @param dealings among the members
 */
public record TradingRing(Set<AccountId> members, List<Dealing> dealings) {
    /** More than that know each other no more than neighbours do. */
    static final int MEMBERS_MOST = 12;

    /** Two that sell to each other now and then are two friends. */
    static final int TRADES_OF_TWO_LEAST = 4;

    private static final int INSIDE_PERCENT_LEAST = 60;
    private static final int PERCENT = 100;
    private static final Comparator<AccountId> ORDER = Comparator.comparing(AccountId::value);

    public TradingRing {
        members = Set.copyOf(members);
        dealings = List.copyOf(dealings);
    }

    /** The same for the same members. */
    public UUID id() {
        var named = members.stream().sorted(ORDER).map(AccountId::toString).collect(Collectors.joining("/"));
        return UUID.nameUUIDFromBytes(named.getBytes(StandardCharsets.UTF_8));
    }

    public long trades() {
        return dealings.stream().mapToLong(Dealing::trades).sum();
    }

    /**
     * Takes away whoever gives nothing to the rest, gets nothing from it, or trades too much with others, until nobody
     * is left who does; what hangs together then is a ring. In the order of its least member's id.
     *
     * @param dealings one for each pair and direction
     */
    public static List<TradingRing> among(Collection<Dealing> dealings) {
        var kept = peel(dealings.stream()
                .filter(dealing -> !dealing.giver().equals(dealing.taker()))
                .toList());
        return connected(kept).stream()
                .filter(members -> members.size() <= MEMBERS_MOST)
                .map(members -> new TradingRing(members, within(members, kept)))
                .filter(ring -> ring.members().size() > 2 || ring.trades() >= TRADES_OF_TWO_LEAST)
                .toList();
    }

    private static List<Dealing> peel(List<Dealing> dealings) {
        var all = tradesOf(dealings);
        var left = dealings;
        while (true) {
            var outsiders = outsiders(left, all);
            if (outsiders.isEmpty()) {
                return left;
            }
            left = left.stream()
                    .filter(dealing -> !outsiders.contains(dealing.giver()) && !outsiders.contains(dealing.taker()))
                    .toList();
        }
    }

    private static Set<AccountId> outsiders(List<Dealing> left, Map<AccountId, Long> all) {
        var givers = left.stream().map(Dealing::giver).collect(Collectors.toSet());
        var takers = left.stream().map(Dealing::taker).collect(Collectors.toSet());
        var inside = tradesOf(left);
        return inside.entrySet().stream()
                .filter(person -> !givers.contains(person.getKey())
                        || !takers.contains(person.getKey())
                        || person.getValue() * PERCENT < all.getOrDefault(person.getKey(), 0L) * INSIDE_PERCENT_LEAST)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<AccountId, Long> tradesOf(List<Dealing> dealings) {
        var trades = new HashMap<AccountId, Long>();
        for (var dealing : dealings) {
            trades.merge(dealing.giver(), dealing.trades(), Long::sum);
            trades.merge(dealing.taker(), dealing.trades(), Long::sum);
        }
        return trades;
    }

    private static List<Set<AccountId>> connected(List<Dealing> dealings) {
        var neighbours = new HashMap<AccountId, Set<AccountId>>();
        for (var dealing : dealings) {
            neighbours
                    .computeIfAbsent(dealing.giver(), giver -> new HashSet<>())
                    .add(dealing.taker());
            neighbours
                    .computeIfAbsent(dealing.taker(), taker -> new HashSet<>())
                    .add(dealing.giver());
        }
        var waiting = new TreeSet<>(ORDER);
        waiting.addAll(neighbours.keySet());
        var found = new ArrayList<Set<AccountId>>();
        while (!waiting.isEmpty()) {
            var group = reachedFrom(waiting.first(), member -> neighbours.getOrDefault(member, Set.of()));
            waiting.removeAll(group);
            found.add(group);
        }
        return found;
    }

    private static Set<AccountId> reachedFrom(AccountId first, Function<AccountId, Set<AccountId>> neighbours) {
        var reached = new HashSet<>(Set.of(first));
        var open = new ArrayDeque<>(Set.of(first));
        while (!open.isEmpty()) {
            for (var next : neighbours.apply(open.remove())) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }

    private static List<Dealing> within(Set<AccountId> members, List<Dealing> dealings) {
        return dealings.stream()
                .filter(dealing -> members.contains(dealing.giver()))
                .sorted(Comparator.comparing(Dealing::giver, ORDER).thenComparing(Dealing::taker, ORDER))
                .toList();
    }
}
