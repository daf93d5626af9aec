/** Keeping addresses, pricing parcels, and bringing them to where they are wanted. */
@NullMarked
package io.xunshi.platform.shipping.usecase;

import org.jspecify.annotations.NullMarked;
