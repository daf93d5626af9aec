/** Records over HTTP. */
@NullMarked
package io.xunshi.platform.counterparty.web;

import org.jspecify.annotations.NullMarked;
