/**
 * The fold of the log in bulk: reads checkpoint and tiles alone, checks them, and computes what the service publishes
 * with the service's own folds, on as many processors and machines as Apache Spark is given.
 */
@NullMarked
package io.xunshi.bulkfold;

import org.jspecify.annotations.NullMarked;
