/** What can be done about the delivery of a deal. */
@NullMarked
package io.xunshi.platform.fulfilment.usecase;

import org.jspecify.annotations.NullMarked;
