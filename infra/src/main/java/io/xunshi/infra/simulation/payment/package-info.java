/**
 * A payment provider that speaks the part of Stripe's wire protocol which the platform uses, with a page where people
 * pay, signed webhooks, and commands that make it misbehave.
 */
@NullMarked
package io.xunshi.infra.simulation.payment;

import org.jspecify.annotations.NullMarked;
