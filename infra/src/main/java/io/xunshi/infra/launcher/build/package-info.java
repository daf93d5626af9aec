/** Builds what is out of date before it is run. */
@NullMarked
package io.xunshi.infra.launcher.build;

import org.jspecify.annotations.NullMarked;
