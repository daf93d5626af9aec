/** The simulated carrier of parcels: books them, is moved along by people and tests, and tells the platform. */
@NullMarked
package io.xunshi.infra.simulation.carrier;

import org.jspecify.annotations.NullMarked;
