/** A register of identities that tells whether a name and an identity number belong together, by a written rule. */
@NullMarked
package io.xunshi.infra.simulation.realname;

import org.jspecify.annotations.NullMarked;
