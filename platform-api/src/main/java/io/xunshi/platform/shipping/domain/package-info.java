/** Addresses, tariffs and parcels, without a framework. */
@NullMarked
package io.xunshi.platform.shipping.domain;

import org.jspecify.annotations.NullMarked;
