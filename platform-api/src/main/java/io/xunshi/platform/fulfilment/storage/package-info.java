/** The tables of the schema fulfilment. */
@NullMarked
package io.xunshi.platform.fulfilment.storage;

import org.jspecify.annotations.NullMarked;
