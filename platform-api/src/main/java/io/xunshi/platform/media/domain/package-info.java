/** What a picture file must be, and what is made of it. */
@NullMarked
package io.xunshi.platform.media.domain;

import org.jspecify.annotations.NullMarked;
