/**
 * Measures the platform on a scratch state of its own: our figures as ratios to the bare engine's, taken in turns on
 * the same machine. Asserts nothing.
 */
@NullMarked
package io.xunshi.infra.launcher.bench;

import org.jspecify.annotations.NullMarked;
