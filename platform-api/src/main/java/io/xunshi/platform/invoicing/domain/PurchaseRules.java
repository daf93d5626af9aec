package io.xunshi.platform.invoicing.domain;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.IdNumber;
import io.xunshi.platform.invoicing.domain.Purchase.Bought;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What has to be right of a purchase from a natural person before it counts. */
public final class PurchaseRules {
    /** What was bought longer ago is no business of this year's books. */
    private static final int DAYS_BACK_MAX = 366;

    private PurchaseRules() {}

    public static List<FieldFault> faultsOf(Bought bought, LocalDate today) {
        var faults = new ArrayList<FieldFault>();
        require(faults, IdNumber.isValid(bought.seller().idNumber()), "idNumber", "id-number");
        require(faults, isRecent(bought.boughtOn(), today), "boughtOn", "bought-on");
        require(faults, isRecent(bought.paidOn(), today), "paidOn", "bought-on");
        require(faults, Vat.isRateOfPersons(bought.rateBasisPoints()), "rateBasisPoints", "person-rate");
        require(faults, bought.withheldFen() < bought.grossFen(), "withheldFen", "withheld");
        return faults;
    }

    private static boolean isRecent(LocalDate day, LocalDate today) {
        return !day.isAfter(today) && !day.isBefore(today.minusDays(DAYS_BACK_MAX));
    }

    private static void require(List<FieldFault> faults, boolean holds, String field, String rule) {
        if (!holds) {
            faults.add(new FieldFault(field, "invoicing.field." + rule));
        }
    }
}
