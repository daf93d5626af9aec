/** What officers do with purposes, and what modules record. */
@NullMarked
package io.xunshi.platform.purpose.usecase;

import org.jspecify.annotations.NullMarked;
