/** What it does on other modules' news. */
@NullMarked
package io.xunshi.platform.connection.reaction;

import org.jspecify.annotations.NullMarked;
