/** How facts are counted. */
@NullMarked
package io.xunshi.platform.counterparty.domain;

import org.jspecify.annotations.NullMarked;
