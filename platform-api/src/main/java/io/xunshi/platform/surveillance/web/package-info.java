/** The surveillance desk over HTTP. */
@NullMarked
package io.xunshi.platform.surveillance.web;

import org.jspecify.annotations.NullMarked;
