/** The tables of the schema deal. */
@NullMarked
package io.xunshi.platform.deal.storage;

import org.jspecify.annotations.NullMarked;
