/** What invoices say, and whether it holds. */
@NullMarked
package io.xunshi.platform.invoicing.domain;

import org.jspecify.annotations.NullMarked;
