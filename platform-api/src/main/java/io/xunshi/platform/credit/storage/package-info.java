/** The schema credit. */
@NullMarked
package io.xunshi.platform.credit.storage;

import org.jspecify.annotations.NullMarked;
