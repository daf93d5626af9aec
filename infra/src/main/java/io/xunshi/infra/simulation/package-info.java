/**
 * The outside world of the platform, simulated by WireMock: a payment provider that speaks Stripe's wire protocol, a
 * sender of messages, a register of identities, a list of stolen devices and a carrier of parcels.
 *
 * <p>{@link io.xunshi.infra.simulation.ProviderSimulation} is all of them in this process, and
 * {@link io.xunshi.infra.simulation.SimulationProgram} in one of their own. {@code infra/README.md} says how people,
 * tests and fault scripts use them.
 */
@NullMarked
package io.xunshi.infra.simulation;

import org.jspecify.annotations.NullMarked;
