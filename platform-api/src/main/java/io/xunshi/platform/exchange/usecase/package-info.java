/** What members of organisations do with stock, lots and demands. */
@NullMarked
package io.xunshi.platform.exchange.usecase;

import org.jspecify.annotations.NullMarked;
