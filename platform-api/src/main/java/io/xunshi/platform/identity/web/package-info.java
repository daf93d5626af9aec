/** Accounts and sessions over HTTP. */
@NullMarked
package io.xunshi.platform.identity.web;

import org.jspecify.annotations.NullMarked;
