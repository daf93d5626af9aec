/** Tenders over HTTP. */
@NullMarked
package io.xunshi.platform.tender.web;

import org.jspecify.annotations.NullMarked;
