package io.xunshi.platform.invoicing.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Who entered what for an organisation. The natural persons who sold to it have no account; their names and numbers are
 * vouchers of its tax books, encrypted.
 */
@Component
class InvoicingPersonalData implements PersonalData {
    private static final String TOPIC = "invoicing.acts";

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("invoicing.invoice", "entered_by", "answered_by", "reversed_by")
                        .about(TOPIC, LegalGround.LEGAL_DUTY)
                        .shownBy("""
                                select deal_code as "deal", number, entered_at as "at"
                                from invoicing.invoice
                                where entered_by = :account or answered_by = :account or reversed_by = :account
                                order by entered_at""")
                        .keptBecause(KeptBecause.ACCOUNTING),
                in("invoicing.purchase", "entered_by", "invoiced_by", "ended_by")
                        .about(TOPIC, LegalGround.LEGAL_DUTY)
                        .shownBy("""
                                select material, quantity, number, entered_at as "at"
                                from invoicing.purchase
                                where entered_by = :account or invoiced_by = :account or ended_by = :account
                                order by entered_at""")
                        .keptBecause(KeptBecause.ACCOUNTING),
                in("invoicing.batch", "made_by")
                        .about(TOPIC, LegalGround.LEGAL_DUTY)
                        .shownBy("""
                                select first_day as "from", last_day as "until", made_at as "at"
                                from invoicing.batch where made_by = :account order by made_at""")
                        .keptBecause(KeptBecause.ACCOUNTING));
    }
}
