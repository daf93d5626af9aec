/** Facts and cases in PostgreSQL. */
@NullMarked
package io.xunshi.platform.surveillance.storage;

import org.jspecify.annotations.NullMarked;
