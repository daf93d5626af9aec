package io.xunshi.platform.pricing.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the module keeps about people: which officer entered which reference prices. */
@Component
class PricingPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(in("pricing.fixing_set", "entered_by")
                .about("pricing.fixings", LegalGround.LEGAL_DUTY)
                .shownBy("""
                        select series as "code", kind, note as "words", entered_at as "at"
                        from pricing.fixing_set where entered_by = :account order by entered_at""")
                .keptBecause(KeptBecause.OFFICIAL_ACT));
    }
}
