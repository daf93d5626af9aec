/** Appraisals in the database. */
@NullMarked
package io.xunshi.platform.appraisal.storage;

import org.jspecify.annotations.NullMarked;
