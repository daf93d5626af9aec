/** Days, stalls, sales and their reports, as rules without a framework. */
@NullMarked
package io.xunshi.platform.marketday.domain;

import org.jspecify.annotations.NullMarked;
