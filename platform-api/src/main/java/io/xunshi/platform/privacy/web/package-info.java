/** The privacy centre over HTTP. */
@NullMarked
package io.xunshi.platform.privacy.web;

import org.jspecify.annotations.NullMarked;
