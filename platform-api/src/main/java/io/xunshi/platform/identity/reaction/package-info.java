/** What identity does on its own news. */
@NullMarked
package io.xunshi.platform.identity.reaction;

import org.jspecify.annotations.NullMarked;
