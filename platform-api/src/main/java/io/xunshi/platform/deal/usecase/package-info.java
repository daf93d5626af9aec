/** What members of organisations do to come to a deal and to sign it. */
@NullMarked
package io.xunshi.platform.deal.usecase;

import org.jspecify.annotations.NullMarked;
