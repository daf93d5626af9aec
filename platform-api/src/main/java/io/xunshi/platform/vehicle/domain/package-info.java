/** What papers, numbers and readings say, without asking anybody. */
@NullMarked
package io.xunshi.platform.vehicle.domain;

import org.jspecify.annotations.NullMarked;
