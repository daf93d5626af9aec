/**
 * What scrap costs: reference prices (参考价) with their revisions, price formulas over them, and the settlement of a deal
 * (结算) as one explainable function. Owns the schema pricing. Stores no deal and moves no money: whoever trades brings
 * the terms and the facts, and gets back every line of the arithmetic.
 */
@NullMarked
@ApplicationModule(
        displayName = "Prices and settlement",
        allowedDependencies = {"kernel", "events", "http", "identity"})
package io.xunshi.platform.pricing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
