/** Taking photos in and forgetting them. */
@NullMarked
package io.xunshi.platform.media.usecase;

import org.jspecify.annotations.NullMarked;
