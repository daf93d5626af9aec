/** The schema shipping. */
@NullMarked
package io.xunshi.platform.shipping.storage;

import org.jspecify.annotations.NullMarked;
