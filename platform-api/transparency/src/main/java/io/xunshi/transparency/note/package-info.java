/** C2SP signed notes, checkpoints and Ed25519 keys. */
@NullMarked
package io.xunshi.transparency.note;

import org.jspecify.annotations.NullMarked;
