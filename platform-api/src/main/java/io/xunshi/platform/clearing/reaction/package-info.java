/** What clearing does on other modules' news. */
@NullMarked
package io.xunshi.platform.clearing.reaction;

import org.jspecify.annotations.NullMarked;
