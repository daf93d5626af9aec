/** What is decided about parcels and batches, without any framework. */
@NullMarked
package io.xunshi.platform.custody.domain;

import org.jspecify.annotations.NullMarked;
