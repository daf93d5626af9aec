package io.xunshi.platform.events.storage;

import java.util.Set;

/**
 * Which handlers' deliveries are meant.
 *
 * @param names simple class names of reactions
 * @param included whether those are meant, or all others, names that no reaction has any more among them
 */
public record HandlerFilter(Set<String> names, boolean included) {

    public HandlerFilter {
        names = Set.copyOf(names);
    }

    /** Whether deliveries to the handler are meant. */
    public boolean matches(String handler) {
        return names.contains(handler) == included;
    }
}
