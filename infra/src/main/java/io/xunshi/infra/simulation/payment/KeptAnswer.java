package io.xunshi.infra.simulation.payment;

/**
 * What a POST was answered with, for its repetition.
 *
 * @param key the caller's idempotency key
 * @param fingerprint of the address and the parameters that the key was used with
 */
record KeptAnswer(String key, String fingerprint, int status, String body) {}
