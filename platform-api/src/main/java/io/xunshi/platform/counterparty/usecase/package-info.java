/** What is done with records. */
@NullMarked
package io.xunshi.platform.counterparty.usecase;

import org.jspecify.annotations.NullMarked;
