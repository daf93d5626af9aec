/** Answers kept for repeated requests. */
@NullMarked
package io.xunshi.platform.http.storage;

import org.jspecify.annotations.NullMarked;
