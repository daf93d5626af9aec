/** Numbers of devices, encrypted, and their wipe records. */
@NullMarked
package io.xunshi.platform.regulation.storage;

import org.jspecify.annotations.NullMarked;
