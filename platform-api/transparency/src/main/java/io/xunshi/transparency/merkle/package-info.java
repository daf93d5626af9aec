/** RFC 6962 trees, inclusion and consistency proofs, and their cutting into C2SP tiles. */
@NullMarked
package io.xunshi.transparency.merkle;

import org.jspecify.annotations.NullMarked;
