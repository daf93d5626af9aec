package io.xunshi.platform.regulation.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What regulation keeps about people: the papers of devices. */
@Component
class RegulationPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("regulation.device_number", "owner")
                        .about("regulation.devices", LegalGround.LEGAL_DUTY)
                        .shownBy("""
                                select kind, number_cipher, stolen_check as "state", entered_at as "at"
                                from regulation.device_number where owner = :account order by entered_at""")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("regulation.number_on_offer", "owner")
                        .about("regulation.devices", LegalGround.LEGAL_DUTY)
                        .erasedBy("delete from regulation.number_on_offer where owner = :account"),
                in("regulation.wipe_record", "owner", "verifier")
                        .about("regulation.devices", LegalGround.LEGAL_DUTY)
                        .shownBy("""
                                select code, method as "kind", wiped_on as "day", result as "outcome", declared_at as "at"
                                from regulation.wipe_record where owner = :account order by declared_at""")
                        .keptBecause(KeptBecause.RIGHTS_OF_OTHERS));
    }
}
