/** The rules and what they look at; plain Java. */
@NullMarked
package io.xunshi.platform.regulation.domain;

import org.jspecify.annotations.NullMarked;
