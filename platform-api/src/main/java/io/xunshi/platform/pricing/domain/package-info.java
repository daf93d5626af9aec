/** What officers enter and how it is checked, as rules without a framework. */
@NullMarked
package io.xunshi.platform.pricing.domain;

import org.jspecify.annotations.NullMarked;
