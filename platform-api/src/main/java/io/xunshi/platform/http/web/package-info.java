/** Filters and handlers in front of all controllers. */
@NullMarked
package io.xunshi.platform.http.web;

import org.jspecify.annotations.NullMarked;
