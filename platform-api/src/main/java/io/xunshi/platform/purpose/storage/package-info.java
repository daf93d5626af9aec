/** The tables of purposes and looks. */
@NullMarked
package io.xunshi.platform.purpose.storage;

import org.jspecify.annotations.NullMarked;
