/** What is decided about tenders, without any framework. */
@NullMarked
package io.xunshi.platform.tender.domain;

import org.jspecify.annotations.NullMarked;
