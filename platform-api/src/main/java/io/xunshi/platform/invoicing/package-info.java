/**
 * Invoice data (发票数据): what sellers wrote in the tax system for settled deals, what recyclers wrote for natural persons
 * who sold to them (反向开票), and whether contract, goods, money and invoice say the same (四流一致). Owns the schema
 * invoicing. Writes no invoice itself and speaks to no tax office; it checks what people type from there, and hands it
 * on.
 */
@NullMarked
@ApplicationModule(
        displayName = "Invoicing",
        allowedDependencies = {
            "kernel",
            "http",
            "identity",
            "purpose",
            "audit",
            "catalog",
            "organisation",
            "exchange",
            "pricing",
            "deal",
            "fulfilment",
            "clearing",
            "messaging"
        })
package io.xunshi.platform.invoicing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
