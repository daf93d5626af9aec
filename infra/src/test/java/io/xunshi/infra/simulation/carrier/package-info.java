@NullMarked
package io.xunshi.infra.simulation.carrier;

import org.jspecify.annotations.NullMarked;
