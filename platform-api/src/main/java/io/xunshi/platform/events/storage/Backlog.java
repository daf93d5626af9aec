package io.xunshi.platform.events.storage;

/**
 * What the outbox still has to deliver.
 *
 * @param waiting all deliveries not made yet
 * @param dead those among them that failed too often
 */
public record Backlog(long waiting, long dead) {}
