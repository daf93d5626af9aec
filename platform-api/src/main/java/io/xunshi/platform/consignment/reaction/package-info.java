/** What the module does on news of orders. */
@NullMarked
package io.xunshi.platform.consignment.reaction;

import org.jspecify.annotations.NullMarked;
