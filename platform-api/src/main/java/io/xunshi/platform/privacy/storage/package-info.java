/** The tables of privacy, and the running of what modules declare about theirs. */
@NullMarked
package io.xunshi.platform.privacy.storage;

import org.jspecify.annotations.NullMarked;
