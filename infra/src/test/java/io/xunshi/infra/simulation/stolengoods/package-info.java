@NullMarked
package io.xunshi.infra.simulation.stolengoods;

import org.jspecify.annotations.NullMarked;
