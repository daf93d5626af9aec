/** Custody over HTTP. */
@NullMarked
package io.xunshi.platform.custody.web;

import org.jspecify.annotations.NullMarked;
