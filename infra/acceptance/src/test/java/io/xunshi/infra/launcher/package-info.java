@NullMarked
package io.xunshi.infra.launcher;

import org.jspecify.annotations.NullMarked;
