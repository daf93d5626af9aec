package io.xunshi.platform.order;

import java.util.UUID;

/**
 * That several purchases of a bundle took a step at the same moment, so that it need be told only once.
 *
 * @param count how many of them, at least two
 * @param isFirst true for one of them
 */
public record BundleStep(UUID bundleId, int count, boolean isFirst) {}
