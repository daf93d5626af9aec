package io.xunshi.platform.tender.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who of an organisation asked, answered and quoted: the organisations' records, which name the person who acted. */
@Component
class TenderPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("tender.tender", "drafted_by")
                        .about("tender.acts", LegalGround.CONTRACT)
                        .shownBy("""
                                select code, title, state, drafted_at as "at"
                                from tender.tender where drafted_by = :account order by drafted_at""")
                        .keptBecause(KeptBecause.RIGHTS_OF_OTHERS),
                in("tender.question", "asked_by", "answered_by")
                        .about("tender.acts", LegalGround.CONTRACT)
                        .shownBy("""
                                select question, answer, asked_at as "at"
                                from tender.question where :account in (asked_by, answered_by) order by asked_at""")
                        .keptBecause(KeptBecause.RIGHTS_OF_OTHERS),
                in("tender.quote", "quoted_by")
                        .about("tender.acts", LegalGround.CONTRACT)
                        .shownBy("""
                                select tender.code, line, quoted_at as "at"
                                from tender.quote join tender.tender on tender.id = quote.tender
                                where quoted_by = :account order by quoted_at""")
                        .keptBecause(KeptBecause.RIGHTS_OF_OTHERS));
    }
}
