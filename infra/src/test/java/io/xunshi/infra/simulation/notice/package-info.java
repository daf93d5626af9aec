@NullMarked
package io.xunshi.infra.simulation.notice;

import org.jspecify.annotations.NullMarked;
