/** What follows from news of tenders. */
@NullMarked
package io.xunshi.platform.tender.reaction;

import org.jspecify.annotations.NullMarked;
