/** Saved searches for lots and demands over HTTP. */
@NullMarked
package io.xunshi.platform.matching.web;

import org.jspecify.annotations.NullMarked;
