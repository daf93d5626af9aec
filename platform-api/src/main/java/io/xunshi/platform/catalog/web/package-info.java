/** The catalogue over HTTP. */
@NullMarked
package io.xunshi.platform.catalog.web;

import org.jspecify.annotations.NullMarked;
