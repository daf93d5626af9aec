/** Showing people what is kept about them, and forgetting it. */
@NullMarked
package io.xunshi.platform.privacy.usecase;

import org.jspecify.annotations.NullMarked;
