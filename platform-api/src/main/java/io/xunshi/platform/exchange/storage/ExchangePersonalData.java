package io.xunshi.platform.exchange.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who of an organisation entered what: the organisation's records, which name the person who acted. */
@Component
class ExchangePersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("exchange.stock_movement", "entered_by")
                        .about("exchange.stock", LegalGround.LEGAL_DUTY)
                        .shownBy("""
                                select material, kind, quantity, happened_on as "day", entered_at as "at"
                                from exchange.stock_movement where entered_by = :account order by entered_at""")
                        .keptBecause(KeptBecause.RIGHTS_OF_OTHERS),
                in("exchange.lot", "offered_by")
                        .about("exchange.offers", LegalGround.CONTRACT)
                        .shownBy("""
                                select code, title, state, offered_at as "at"
                                from exchange.lot where offered_by = :account order by offered_at""")
                        .keptBecause(KeptBecause.RIGHTS_OF_OTHERS),
                in("exchange.assay_report", "added_by")
                        .about("exchange.offers", LegalGround.CONTRACT)
                        .shownBy("""
                                select laboratory, number, issued_on as "day", added_at as "at"
                                from exchange.assay_report where added_by = :account order by added_at""")
                        .keptBecause(KeptBecause.RIGHTS_OF_OTHERS),
                in("exchange.demand", "posted_by")
                        .about("exchange.offers", LegalGround.CONTRACT)
                        .shownBy("""
                                select code, title, state, posted_at as "at"
                                from exchange.demand where posted_by = :account order by posted_at""")
                        .keptBecause(KeptBecause.RIGHTS_OF_OTHERS));
    }
}
