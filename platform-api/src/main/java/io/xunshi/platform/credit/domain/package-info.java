/** How a score comes about, in plain Java. */
@NullMarked
package io.xunshi.platform.credit.domain;

import org.jspecify.annotations.NullMarked;
