/** What is worth a notice, and what stands where in the home feed; plain Java. */
@NullMarked
package io.xunshi.platform.interest.domain;

import org.jspecify.annotations.NullMarked;
