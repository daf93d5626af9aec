/** What deals do on news. */
@NullMarked
package io.xunshi.platform.deal.reaction;

import org.jspecify.annotations.NullMarked;
