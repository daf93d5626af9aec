/** What a listing says, and when that is enough to be published. */
@NullMarked
package io.xunshi.platform.listing.domain;

import org.jspecify.annotations.NullMarked;
