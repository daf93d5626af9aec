/** Purposes and looks over HTTP. */
@NullMarked
package io.xunshi.platform.purpose.web;

import org.jspecify.annotations.NullMarked;
