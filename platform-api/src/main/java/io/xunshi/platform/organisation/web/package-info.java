/** HTTP of organisations. */
@NullMarked
package io.xunshi.platform.organisation.web;

import org.jspecify.annotations.NullMarked;
