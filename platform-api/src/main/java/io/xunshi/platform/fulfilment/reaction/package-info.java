/** What deliveries do on others' news. */
@NullMarked
package io.xunshi.platform.fulfilment.reaction;

import org.jspecify.annotations.NullMarked;
