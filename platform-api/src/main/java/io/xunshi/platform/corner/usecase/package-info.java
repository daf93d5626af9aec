/** What can be done in a book corner. */
@NullMarked
package io.xunshi.platform.corner.usecase;

import org.jspecify.annotations.NullMarked;
