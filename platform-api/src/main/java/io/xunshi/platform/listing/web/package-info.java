/** Listings over HTTP. */
@NullMarked
package io.xunshi.platform.listing.web;

import org.jspecify.annotations.NullMarked;
