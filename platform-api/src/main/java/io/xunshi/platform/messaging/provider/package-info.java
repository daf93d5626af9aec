/** The push services of browser makers, as messaging sees them. */
@NullMarked
package io.xunshi.platform.messaging.provider;

import org.jspecify.annotations.NullMarked;
