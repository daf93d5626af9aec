/** Reads the reference files. */
@NullMarked
package io.xunshi.platform.catalog.usecase;

import org.jspecify.annotations.NullMarked;
