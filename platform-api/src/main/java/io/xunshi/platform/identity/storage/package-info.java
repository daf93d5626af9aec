/** The tables of identity, and how personal data is kept in them. */
@NullMarked
package io.xunshi.platform.identity.storage;

import org.jspecify.annotations.NullMarked;
