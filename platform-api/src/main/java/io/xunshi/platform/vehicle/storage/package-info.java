/** Papers and readings in the database. */
@NullMarked
package io.xunshi.platform.vehicle.storage;

import org.jspecify.annotations.NullMarked;
