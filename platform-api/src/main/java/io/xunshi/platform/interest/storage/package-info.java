/** SQL of the schema interest. */
@NullMarked
package io.xunshi.platform.interest.storage;

import org.jspecify.annotations.NullMarked;
