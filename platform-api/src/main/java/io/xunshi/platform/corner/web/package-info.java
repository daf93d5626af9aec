/** Book corners over HTTP. */
@NullMarked
package io.xunshi.platform.corner.web;

import org.jspecify.annotations.NullMarked;
