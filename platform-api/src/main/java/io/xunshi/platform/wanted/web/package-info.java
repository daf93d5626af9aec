/** Wanted posts over HTTP. */
@NullMarked
package io.xunshi.platform.wanted.web;

import org.jspecify.annotations.NullMarked;
