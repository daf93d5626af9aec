/** What can be done with parcels and batches. */
@NullMarked
package io.xunshi.platform.custody.usecase;

import org.jspecify.annotations.NullMarked;
