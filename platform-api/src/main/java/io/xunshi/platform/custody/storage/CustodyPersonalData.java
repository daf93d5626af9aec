package io.xunshi.platform.custody.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who of an organisation entered which batch: the organisation's records, which name the person who acted. */
@Component
class CustodyPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(in("custody.batch", "entered_by")
                .about("custody.batches", LegalGround.LEGAL_DUTY)
                .shownBy("""
                        select code, kind, happened_on as "day", entered_at as "at"
                        from custody.batch where entered_by = :account order by entered_at""")
                .keptBecause(KeptBecause.RIGHTS_OF_OTHERS));
    }
}
