/** The rules of licences, control and codes, in plain Java. */
@NullMarked
package io.xunshi.platform.organisation.domain;

import org.jspecify.annotations.NullMarked;
