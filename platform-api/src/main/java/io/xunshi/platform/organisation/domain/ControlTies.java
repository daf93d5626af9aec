package io.xunshi.platform.organisation.domain;

import io.xunshi.platform.organisation.OrganisationId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which organisations are one as far as the market is concerned. Control makes a group of all that hang together by it,
 * whichever way it runs: two companies of one holding are as much under one control as the holding and each of them.
 */
public final class ControlTies {
    private final Map<OrganisationId, Set<OrganisationId>> neighbours = new HashMap<>();

    public ControlTies(Collection<Tie> ties) {
        ties.forEach(tie -> {
            join(tie.one(), tie.other());
            join(tie.other(), tie.one());
        });
    }

    /** Reflexive, symmetric, transitive; circles of control are nothing special. */
    public boolean underOneControl(OrganisationId one, OrganisationId other) {
        return groupOf(one).contains(other);
    }

    /** All that are under one control with it, itself among them. */
    public Set<OrganisationId> groupOf(OrganisationId one) {
        var group = new HashSet<>(Set.of(one));
        var toVisit = new ArrayDeque<>(group);
        while (!toVisit.isEmpty()) {
            neighbours.getOrDefault(toVisit.remove(), Set.of()).stream()
                    .filter(group::add)
                    .forEach(toVisit::add);
        }
        return group;
    }

    private void join(OrganisationId from, OrganisationId to) {
        neighbours.computeIfAbsent(from, id -> new HashSet<>()).add(to);
    }

    /** One controls the other, or one person owns both. */
    public record Tie(OrganisationId one, OrganisationId other) {}
}
