/** Appraisals for sellers, buyers and points. */
@NullMarked
package io.xunshi.platform.appraisal.web;

import org.jspecify.annotations.NullMarked;
