@NullMarked
package io.xunshi.infra.launcher.build;

import org.jspecify.annotations.NullMarked;
