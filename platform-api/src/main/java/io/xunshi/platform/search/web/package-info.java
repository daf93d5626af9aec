/** Search over HTTP. */
@NullMarked
package io.xunshi.platform.search.web;

import org.jspecify.annotations.NullMarked;
