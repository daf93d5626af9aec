/** What is known of each photo; the pictures themselves are in the object store. */
@NullMarked
package io.xunshi.platform.media.storage;

import org.jspecify.annotations.NullMarked;
