/** A sender of text messages and e-mails that sends nothing and shows everything. */
@NullMarked
package io.xunshi.infra.simulation.notice;

import org.jspecify.annotations.NullMarked;
