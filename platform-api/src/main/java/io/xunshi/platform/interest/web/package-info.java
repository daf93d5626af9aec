/** What people keep an eye on, over HTTP. */
@NullMarked
package io.xunshi.platform.interest.web;

import org.jspecify.annotations.NullMarked;
