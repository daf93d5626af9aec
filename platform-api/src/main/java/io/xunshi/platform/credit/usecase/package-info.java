/** What can be done about credit. */
@NullMarked
package io.xunshi.platform.credit.usecase;

import org.jspecify.annotations.NullMarked;
