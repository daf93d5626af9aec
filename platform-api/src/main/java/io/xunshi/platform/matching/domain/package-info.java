/** Saved searches, without any framework. */
@NullMarked
package io.xunshi.platform.matching.domain;

import org.jspecify.annotations.NullMarked;
