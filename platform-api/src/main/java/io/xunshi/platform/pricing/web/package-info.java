/** Reference prices and price previews over HTTP. */
@NullMarked
package io.xunshi.platform.pricing.web;

import org.jspecify.annotations.NullMarked;
