@NullMarked
package io.xunshi.infra.simulation;

import org.jspecify.annotations.NullMarked;
