/** RFC 6962 trees, inclusion proofs, and their cutting into C2SP tiles. */
@NullMarked
package io.xunshi.transparency.merkle;

import org.jspecify.annotations.NullMarked;
