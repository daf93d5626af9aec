/** What officers change of the reference data. */
@NullMarked
package io.xunshi.platform.catalog.storage;

import org.jspecify.annotations.NullMarked;
