/** Prices of scrap: pure functions over trades, and the fold over what the log reveals of them. */
@NullMarked
package io.xunshi.transparency.price;

import org.jspecify.annotations.NullMarked;
