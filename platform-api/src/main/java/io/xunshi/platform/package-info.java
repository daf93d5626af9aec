/** The server: one deployable of modules, each a package that owns its tables. */
@NullMarked
package io.xunshi.platform;

import org.jspecify.annotations.NullMarked;
