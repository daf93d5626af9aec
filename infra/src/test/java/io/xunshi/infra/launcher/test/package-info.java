@NullMarked
package io.xunshi.infra.launcher.test;

import org.jspecify.annotations.NullMarked;
