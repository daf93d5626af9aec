/** What a regulator asks. */
@NullMarked
package io.xunshi.platform.oversight.usecase;

import org.jspecify.annotations.NullMarked;
