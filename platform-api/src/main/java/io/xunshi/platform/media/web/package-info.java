/** Photos over HTTP. */
@NullMarked
package io.xunshi.platform.media.web;

import org.jspecify.annotations.NullMarked;
