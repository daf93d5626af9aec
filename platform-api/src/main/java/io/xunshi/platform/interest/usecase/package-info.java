/** What can be kept an eye on, and who is told. */
@NullMarked
package io.xunshi.platform.interest.usecase;

import org.jspecify.annotations.NullMarked;
