/** What is left of the market while something that it leans on is down or slow, and what is there when it is back. */
@NullMarked
package io.xunshi.platform.faults;

import org.jspecify.annotations.NullMarked;
