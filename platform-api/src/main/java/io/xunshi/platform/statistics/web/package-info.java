/** Figures over HTTP. */
@NullMarked
package io.xunshi.platform.statistics.web;

import org.jspecify.annotations.NullMarked;
