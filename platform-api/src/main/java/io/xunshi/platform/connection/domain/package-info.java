/** What is owed for deals. */
@NullMarked
package io.xunshi.platform.connection.domain;

import org.jspecify.annotations.NullMarked;
