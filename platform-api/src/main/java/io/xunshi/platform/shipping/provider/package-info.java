/** The carrier over HTTP. */
@NullMarked
package io.xunshi.platform.shipping.provider;

import org.jspecify.annotations.NullMarked;
