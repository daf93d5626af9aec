/** What shipping does on news: ask the carrier. */
@NullMarked
package io.xunshi.platform.shipping.reaction;

import org.jspecify.annotations.NullMarked;
