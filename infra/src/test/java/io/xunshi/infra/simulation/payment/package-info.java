@NullMarked
package io.xunshi.infra.simulation.payment;

import org.jspecify.annotations.NullMarked;
