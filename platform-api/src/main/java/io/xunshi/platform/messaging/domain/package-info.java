/** What two people may say to each other, what they are told, and where either stands in it. */
@NullMarked
package io.xunshi.platform.messaging.domain;

import org.jspecify.annotations.NullMarked;
