/** What the analyzers make of texts that sellers and buyers write. */
@NullMarked
package io.xunshi.analysis;

import org.jspecify.annotations.NullMarked;
