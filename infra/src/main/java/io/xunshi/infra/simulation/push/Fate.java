package io.xunshi.infra.simulation.push;

/**
 * What becomes of the next messages to a subscription.
 *
 * @param status what they are answered with, 410 for a browser that is gone
 * @param retryAfterSeconds what an answer that asks to wait says; 0 for nothing
 * @param times how many messages
 */
record Fate(int status, int retryAfterSeconds, int times) {

    Fate next() {
        return new Fate(status, retryAfterSeconds, times - 1);
    }
}
