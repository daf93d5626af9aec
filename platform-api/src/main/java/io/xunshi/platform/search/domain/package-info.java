/** What can be asked for and in which order; plain Java. */
@NullMarked
package io.xunshi.platform.search.domain;

import org.jspecify.annotations.NullMarked;
