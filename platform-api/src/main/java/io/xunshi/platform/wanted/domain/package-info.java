/** What people look for, in plain Java. */
@NullMarked
package io.xunshi.platform.wanted.domain;

import org.jspecify.annotations.NullMarked;
