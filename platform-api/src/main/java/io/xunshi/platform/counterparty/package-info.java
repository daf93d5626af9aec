/**
 * Records of counterparties (履约记录): what an organisation's deals of the last twelve months say of it, as figures. Owns
 * the schema counterparty, which has nothing but what sides reply to claims; all figures are counted anew from deals,
 * performances and bills whenever somebody looks. No stars, no opinions, and no figure that tells of a single deal.
 */
@NullMarked
@ApplicationModule(
        displayName = "Counterparty records",
        allowedDependencies = {"kernel", "http", "identity", "organisation", "deal", "fulfilment", "clearing"})
package io.xunshi.platform.counterparty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
