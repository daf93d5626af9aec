@NullMarked
package io.xunshi.infra.launcher.console;

import org.jspecify.annotations.NullMarked;
