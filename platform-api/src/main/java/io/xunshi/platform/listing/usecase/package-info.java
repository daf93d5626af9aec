/** What owners do with their listings, and what other modules may ask of them. */
@NullMarked
package io.xunshi.platform.listing.usecase;

import org.jspecify.annotations.NullMarked;
