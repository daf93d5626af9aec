package io.xunshi.platform.http;

/**
 * A successful JSON answer that waits in memory.
 *
 * @param entityTag the <code>ETag</code>, with its quotation marks
 * @param body never changed after it was handed over
 */
public record ReadyAnswer(String entityTag, byte[] body) {}
