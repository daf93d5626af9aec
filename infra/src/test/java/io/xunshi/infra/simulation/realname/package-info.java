@NullMarked
package io.xunshi.infra.simulation.realname;

import org.jspecify.annotations.NullMarked;
