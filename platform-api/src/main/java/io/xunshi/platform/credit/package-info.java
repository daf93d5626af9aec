/**
 * The credit score (信用分): a number made of named parts that its owner can read down to each deed, and the rings of
 * accounts whose trades with each other count for nothing. Owns the schema credit: appeals and rings. The score itself
 * is stored nowhere; it is a pure function of what {@link io.xunshi.platform.audit.ConductRecords} tell. An observer:
 * nothing else in the market depends on it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Credit",
        allowedDependencies = {"kernel", "http", "identity", "purpose", "audit", "messaging"})
package io.xunshi.platform.credit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
