/**
 * What may be traded and under which rule (交易规则): rules with versions and dates, and what has to be known of devices
 * that hold data: their numbers and whether they were wiped (数据清除, GB 46864-2025). Is told facts and answers with a
 * verdict; whose listing it is about it does not know. Owns the schema regulation.
 */
@NullMarked
@ApplicationModule(
        displayName = "Regulation",
        allowedDependencies = {"kernel", "http", "identity", "catalog"})
package io.xunshi.platform.regulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
