/** Consignment points over HTTP. */
@NullMarked
package io.xunshi.platform.consignment.web;

import org.jspecify.annotations.NullMarked;
