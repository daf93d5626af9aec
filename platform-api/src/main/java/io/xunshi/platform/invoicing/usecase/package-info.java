/** What is done with invoice data. */
@NullMarked
package io.xunshi.platform.invoicing.usecase;

import org.jspecify.annotations.NullMarked;
