/** What is remembered of a request that may come again. */
@NullMarked
package io.xunshi.platform.http.domain;

import org.jspecify.annotations.NullMarked;
