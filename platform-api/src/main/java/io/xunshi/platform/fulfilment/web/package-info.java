/** Deliveries over HTTP. */
@NullMarked
package io.xunshi.platform.fulfilment.web;

import org.jspecify.annotations.NullMarked;
