/** Schemes, splits, mark-downs and states as rules without a framework. */
@NullMarked
package io.xunshi.platform.consignment.domain;

import org.jspecify.annotations.NullMarked;
