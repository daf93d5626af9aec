@NullMarked
package io.xunshi.infra.launcher.state;

import org.jspecify.annotations.NullMarked;
