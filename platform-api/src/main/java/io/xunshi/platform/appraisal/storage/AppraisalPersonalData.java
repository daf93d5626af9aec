package io.xunshi.platform.appraisal.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the module keeps about people: who is licensed, and who had something appraised. */
@Component
class AppraisalPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("appraisal.licence", "account", "entered_by")
                        .about("appraisal.licences", LegalGround.LEGAL_DUTY)
                        .shownBy("""
                                select number as "code", valid_from as "since", valid_until as "until"
                                from appraisal.licence where account = :account order by entered_at""")
                        .keptBecause(KeptBecause.OFFICIAL_ACT),
                in("appraisal.appraisal", "seller", "appraiser")
                        .about("appraisal.appraisals", LegalGround.CONTRACT)
                        .shownBy("""
                                select code, day, state, booked_at as "at"
                                from appraisal.appraisal where seller = :account order by booked_at""")
                        .keptBecause(KeptBecause.RIGHTS_OF_OTHERS));
    }
}
