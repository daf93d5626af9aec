package io.xunshi.infra.launcher.faults;

/**
 * What was found out about the platform after a fault.
 *
 * @param claim what should hold, as a sentence
 * @param counterexample what speaks against it; empty if it holds
 */
public record Finding(String claim, String counterexample) {

    public boolean holds() {
        return counterexample.isEmpty();
    }

    @Override
    public String toString() {
        return holds() ? "  ✓ " + claim : "  ✗ " + claim + ": " + counterexample;
    }
}
