/** ISBN numbers, credit rules, states and what a report may show, as rules without a framework. */
@NullMarked
package io.xunshi.platform.corner.domain;

import org.jspecify.annotations.NullMarked;
