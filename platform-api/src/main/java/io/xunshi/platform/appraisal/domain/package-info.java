/** Certificates and licences, without asking anybody. */
@NullMarked
package io.xunshi.platform.appraisal.domain;

import org.jspecify.annotations.NullMarked;
