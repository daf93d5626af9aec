/** The money of deals over HTTP. */
@NullMarked
package io.xunshi.platform.connection.web;

import org.jspecify.annotations.NullMarked;
