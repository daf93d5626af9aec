/** What is decided about proposals and contracts, without any framework. */
@NullMarked
package io.xunshi.platform.deal.domain;

import org.jspecify.annotations.NullMarked;
