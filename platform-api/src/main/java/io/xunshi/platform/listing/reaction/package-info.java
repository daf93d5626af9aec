/** What listing does on news of others, and on its own once what caused them is done. */
@NullMarked
package io.xunshi.platform.listing.reaction;

import org.jspecify.annotations.NullMarked;
