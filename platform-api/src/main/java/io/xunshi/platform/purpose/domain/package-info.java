/** Purposes, looks and reviews as rules without a framework. */
@NullMarked
package io.xunshi.platform.purpose.domain;

import org.jspecify.annotations.NullMarked;
