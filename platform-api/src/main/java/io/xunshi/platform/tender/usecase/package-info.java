/** What buyers and suppliers do with tenders. */
@NullMarked
package io.xunshi.platform.tender.usecase;

import org.jspecify.annotations.NullMarked;
