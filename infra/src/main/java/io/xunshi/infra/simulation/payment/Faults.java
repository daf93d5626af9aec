package io.xunshi.infra.simulation.payment;

import java.util.EnumMap;
import java.util.Map;

/** The faults that are still to happen. */
final class Faults {

    private final Map<Fault, Integer> planned = new EnumMap<>(Fault.class);

    /** Lets the fault happen so many more times. */
    synchronized void plan(Fault fault, int times) {
        planned.merge(fault, times, Integer::sum);
    }

    /** Whether the fault is to happen now; it is then one of those that were planned. */
    synchronized boolean happens(Fault fault) {
        int left = planned.getOrDefault(fault, 0);
        if (left == 0) {
            return false;
        }
        planned.put(fault, left - 1);
        return true;
    }

    synchronized Map<Fault, Integer> planned() {
        var copy = new EnumMap<Fault, Integer>(planned);
        copy.values().removeIf(times -> times == 0);
        return copy;
    }

    synchronized void clear() {
        planned.clear();
    }
}
