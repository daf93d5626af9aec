/** What points, their operators and consignors do. */
@NullMarked
package io.xunshi.platform.consignment.usecase;

import org.jspecify.annotations.NullMarked;
