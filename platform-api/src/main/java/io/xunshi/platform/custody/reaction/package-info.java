/** What custody does on other modules' news. */
@NullMarked
package io.xunshi.platform.custody.reaction;

import org.jspecify.annotations.NullMarked;
