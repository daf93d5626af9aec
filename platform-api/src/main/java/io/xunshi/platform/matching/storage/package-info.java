/** The tables of the schema matching. */
@NullMarked
package io.xunshi.platform.matching.storage;

import org.jspecify.annotations.NullMarked;
