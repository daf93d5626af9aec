/** The money of deals over HTTP. */
@NullMarked
package io.xunshi.platform.clearing.web;

import org.jspecify.annotations.NullMarked;
