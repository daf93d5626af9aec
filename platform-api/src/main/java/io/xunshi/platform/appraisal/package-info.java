/**
 * Certified appraisals (持证鉴定): somebody at a consignment point who holds an appraiser's certificate looks at a thing
 * that is on offer and certifies its grade, its number and what it is worth. Owns the schema appraisal. A certificate
 * is of what the listing said that day; who sells or keeps a thing for its owner never appraises it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Appraisals",
        allowedDependencies = {
            "kernel",
            "http",
            "identity",
            "catalog",
            "media",
            "regulation",
            "vehicle",
            "listing",
            "consignment"
        })
package io.xunshi.platform.appraisal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
