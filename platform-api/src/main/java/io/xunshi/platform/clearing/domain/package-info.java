/** What is owed for deals. */
@NullMarked
package io.xunshi.platform.clearing.domain;

import org.jspecify.annotations.NullMarked;
