/** C2SP signed notes, checkpoints, cosignatures and the keys to them. */
@NullMarked
package io.xunshi.transparency.note;

import org.jspecify.annotations.NullMarked;
