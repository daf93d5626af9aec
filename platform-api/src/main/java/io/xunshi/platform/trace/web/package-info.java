/** The log and its receipts over HTTP. */
@NullMarked
package io.xunshi.platform.trace.web;

import org.jspecify.annotations.NullMarked;
