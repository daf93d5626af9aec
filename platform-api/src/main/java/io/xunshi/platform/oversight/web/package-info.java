/** The desk over HTTP. */
@NullMarked
package io.xunshi.platform.oversight.web;

import org.jspecify.annotations.NullMarked;
