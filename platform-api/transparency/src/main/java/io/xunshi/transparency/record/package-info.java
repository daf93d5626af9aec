/** What is logged: canonical JSON without personal data. */
@NullMarked
package io.xunshi.transparency.record;

import org.jspecify.annotations.NullMarked;
