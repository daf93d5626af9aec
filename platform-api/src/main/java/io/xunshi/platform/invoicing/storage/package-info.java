/** Invoices, purchases and batches in their tables. */
@NullMarked
package io.xunshi.platform.invoicing.storage;

import org.jspecify.annotations.NullMarked;
