/** A list of devices that were reported as stolen, which tells by a written rule whether a number is on it. */
@NullMarked
package io.xunshi.infra.simulation.stolengoods;

import org.jspecify.annotations.NullMarked;
