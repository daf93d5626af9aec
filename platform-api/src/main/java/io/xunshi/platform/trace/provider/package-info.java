/** The log's witnesses over HTTP. */
@NullMarked
package io.xunshi.platform.trace.provider;

import org.jspecify.annotations.NullMarked;
