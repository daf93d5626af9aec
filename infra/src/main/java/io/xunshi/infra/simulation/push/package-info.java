/** A push service of browsers (RFC 8030) that shows nobody anything, and cannot read what it is given. */
@NullMarked
package io.xunshi.infra.simulation.push;

import org.jspecify.annotations.NullMarked;
