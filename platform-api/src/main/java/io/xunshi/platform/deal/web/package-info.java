/** Proposals and deals over HTTP. */
@NullMarked
package io.xunshi.platform.deal.web;

import org.jspecify.annotations.NullMarked;
