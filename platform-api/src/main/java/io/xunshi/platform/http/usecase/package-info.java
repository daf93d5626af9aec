/** Remembering answers to requests that may come again. */
@NullMarked
package io.xunshi.platform.http.usecase;

import org.jspecify.annotations.NullMarked;
