/** The tables of the schema exchange. */
@NullMarked
package io.xunshi.platform.exchange.storage;

import org.jspecify.annotations.NullMarked;
