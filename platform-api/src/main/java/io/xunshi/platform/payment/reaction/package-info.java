/** What payment does on news: ask the provider. */
@NullMarked
package io.xunshi.platform.payment.reaction;

import org.jspecify.annotations.NullMarked;
