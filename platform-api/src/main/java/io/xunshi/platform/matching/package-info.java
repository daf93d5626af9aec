/**
 * Brings supply and demand together (撮合): tells the traders of one side what the other side has put before everybody
 * that fits, once for each lot and demand, and people what their saved searches (订阅) find. What fits is the exchange's
 * to say, what is found the search's. Owns the schema matching.
 */
@NullMarked
@ApplicationModule(
        displayName = "Matching",
        allowedDependencies = {"kernel", "events", "http", "identity", "organisation", "exchange", "search", "messaging"
        })
package io.xunshi.platform.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
