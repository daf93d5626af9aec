/** The list of stolen goods over HTTP. */
@NullMarked
package io.xunshi.platform.regulation.provider;

import org.jspecify.annotations.NullMarked;
