/** What is done with the money of deals. */
@NullMarked
package io.xunshi.platform.connection.usecase;

import org.jspecify.annotations.NullMarked;
