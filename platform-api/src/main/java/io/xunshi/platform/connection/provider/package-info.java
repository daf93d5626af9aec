/** The other systems. */
@NullMarked
package io.xunshi.platform.connection.provider;

import org.jspecify.annotations.NullMarked;
