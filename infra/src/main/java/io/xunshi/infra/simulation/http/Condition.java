package io.xunshi.infra.simulation.http;

/**
 * How a provider does.
 *
 * @param isUp whether it answers at all; if not, connections are reset
 * @param latencyMillis what it takes longer than it must for each answer, from 0 to 60,000
 */
public record Condition(boolean isUp, int latencyMillis) {

    public static final Condition GOOD = new Condition(true, 0);

    private static final int LATENCY_MILLIS_MAX = 60_000;

    public Condition {
        if (latencyMillis < 0 || latencyMillis > LATENCY_MILLIS_MAX) {
            throw new IllegalArgumentException("latencyMillis goes from 0 to " + LATENCY_MILLIS_MAX);
        }
    }
}
