/** The tables of the schema marketday. */
@NullMarked
package io.xunshi.platform.marketday.storage;

import org.jspecify.annotations.NullMarked;
