/** Market days over HTTP. */
@NullMarked
package io.xunshi.platform.marketday.web;

import org.jspecify.annotations.NullMarked;
