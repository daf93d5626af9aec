/** How the launcher speaks to the person who started it. */
@NullMarked
package io.xunshi.infra.launcher.console;

import org.jspecify.annotations.NullMarked;
