/** Faults that are brought about on purpose in a platform of its own, and whether it comes through them whole. */
@NullMarked
package io.xunshi.infra.launcher.faults;

import org.jspecify.annotations.NullMarked;
