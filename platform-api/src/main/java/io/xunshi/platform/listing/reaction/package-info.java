/** What listing does on news of others. */
@NullMarked
package io.xunshi.platform.listing.reaction;

import org.jspecify.annotations.NullMarked;
