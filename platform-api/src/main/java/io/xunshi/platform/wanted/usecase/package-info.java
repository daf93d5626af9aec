/** What can be done about wanted posts. */
@NullMarked
package io.xunshi.platform.wanted.usecase;

import org.jspecify.annotations.NullMarked;
