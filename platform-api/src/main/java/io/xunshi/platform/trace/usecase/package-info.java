/** Recording, sequencing and proving. */
@NullMarked
package io.xunshi.platform.trace.usecase;

import org.jspecify.annotations.NullMarked;
