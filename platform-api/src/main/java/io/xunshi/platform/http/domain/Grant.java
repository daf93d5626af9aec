package io.xunshi.platform.http.domain;

import java.time.Duration;

/**
 * What a caller gets of a quota.
 *
 * @param permits zero where the quota is used up
 * @param retryAfter how long until there is one; zero where there was
 */
public record Grant(int permits, Duration retryAfter) {}
