/** What can be done with accounts. */
@NullMarked
package io.xunshi.platform.identity.usecase;

import org.jspecify.annotations.NullMarked;
