/** Machine clients, tokens and webhooks over HTTP. */
@NullMarked
package io.xunshi.platform.connection.web;

import org.jspecify.annotations.NullMarked;
