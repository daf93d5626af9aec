@NullMarked
package io.xunshi.quality;

import org.jspecify.annotations.NullMarked;
