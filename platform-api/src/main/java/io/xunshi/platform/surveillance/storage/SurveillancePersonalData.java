package io.xunshi.platform.surveillance.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What officers did; alerts are about organisations. */
@Component
class SurveillancePersonalData implements PersonalData {
    private static final String TOPIC = "surveillance.cases";

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("surveillance.case_file", "assignee", "closing_by", "closed_by")
                        .about(TOPIC, LegalGround.LEGAL_DUTY)
                        .keptBecause(KeptBecause.OFFICIAL_ACT),
                in("surveillance.case_step", "officer")
                        .about(TOPIC, LegalGround.LEGAL_DUTY)
                        .shownBy("""
                                select state, words, at
                                from surveillance.case_step where officer = :account order by at""")
                        .keptBecause(KeptBecause.OFFICIAL_ACT),
                in("surveillance.case_note", "officer")
                        .about(TOPIC, LegalGround.LEGAL_DUTY)
                        .shownBy("""
                                select words, at
                                from surveillance.case_note where officer = :account order by at""")
                        .keptBecause(KeptBecause.OFFICIAL_ACT));
    }
}
