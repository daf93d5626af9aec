/** What becomes of observed prices. */
@NullMarked
package io.xunshi.platform.statistics.domain;

import org.jspecify.annotations.NullMarked;
