/** When an erasure is made, as a rule without a framework. */
@NullMarked
package io.xunshi.platform.privacy.domain;

import org.jspecify.annotations.NullMarked;
