/** Credit over HTTP. */
@NullMarked
package io.xunshi.platform.credit.web;

import org.jspecify.annotations.NullMarked;
