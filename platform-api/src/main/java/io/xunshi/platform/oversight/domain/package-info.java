/** What the plan says and what follows from it. */
@NullMarked
package io.xunshi.platform.oversight.domain;

import org.jspecify.annotations.NullMarked;
