/** How the simulation remembers over a restart. */
@NullMarked
package io.xunshi.infra.simulation.journal;

import org.jspecify.annotations.NullMarked;
