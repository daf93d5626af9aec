/**
 * A witness (C2SP tlog-witness): a program of a few classes, with a key and a store of its own, that a regulator runs.
 * It cosigns a log's checkpoint where the log continues what the witness saw of it before, and never anything else. It
 * depends on the transparency module and the JDK alone and never reads what stands in a log.
 */
@NullMarked
package io.xunshi.witness;

import org.jspecify.annotations.NullMarked;
