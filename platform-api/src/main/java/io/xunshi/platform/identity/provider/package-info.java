/** Other companies' systems that identity asks: who sends messages, who checks names. */
@NullMarked
package io.xunshi.platform.identity.provider;

import org.jspecify.annotations.NullMarked;
