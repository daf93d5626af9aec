/** What is done with the money of deals. */
@NullMarked
package io.xunshi.platform.clearing.usecase;

import org.jspecify.annotations.NullMarked;
