/** What people and officers do about organisations. */
@NullMarked
package io.xunshi.platform.organisation.usecase;

import org.jspecify.annotations.NullMarked;
