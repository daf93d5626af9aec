/** Invoice data over HTTP. */
@NullMarked
package io.xunshi.platform.invoicing.web;

import org.jspecify.annotations.NullMarked;
