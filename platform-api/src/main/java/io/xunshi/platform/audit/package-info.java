/**
 * Trades of every kind as those read them who check them: one shape for what is bought, rented, swapped, given away or
 * sold over a counter. Each module that trades answers for its own kinds with a bean that is
 * {@link io.xunshi.platform.audit.AuditedTrades}; the log and the regulator's desk ask all of them. How people behaved
 * in trades is told the same way, by {@link io.xunshi.platform.audit.ConductRecords}; what answers an audit question,
 * by {@link io.xunshi.platform.audit.SavedQuery}, and what counts for the city plan, by
 * {@link io.xunshi.platform.audit.PlanFigure}. Owns no table.
 */
@NullMarked
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"kernel", "identity"})
package io.xunshi.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
