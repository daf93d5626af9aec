/** Detectors, what they find, and the way of a case. */
@NullMarked
package io.xunshi.platform.surveillance.domain;

import org.jspecify.annotations.NullMarked;
