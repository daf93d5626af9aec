package io.xunshi.platform.counterparty.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who replied for an organisation. */
@Component
class CounterpartyPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(in("counterparty.reply", "said_by")
                .about("counterparty.replies", LegalGround.CONTRACT)
                .shownBy("""
                        select words, said_at as "at" from counterparty.reply where said_by = :account order by said_at""")
                .keptBecause(KeptBecause.RIGHTS_OF_OTHERS));
    }
}
