/** What the delivery of a deal is, and its rules: plain Java. */
@NullMarked
package io.xunshi.platform.fulfilment.domain;

import org.jspecify.annotations.NullMarked;
