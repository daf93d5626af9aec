package io.xunshi.platform.vehicle.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the module keeps about people: what they said of their vehicles. */
@Component
class VehiclePersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("vehicle.statement", "owner")
                        .about("vehicle.papers", LegalGround.LEGAL_DUTY)
                        .shownBy("""
                                select plate_region as "district", inspection_until as "until", stated_at as "at"
                                from vehicle.statement where owner = :account order by stated_at""")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("vehicle.reading", "owner")
                        .about("vehicle.papers", LegalGround.LEGAL_DUTY)
                        .shownBy("""
                                select read_on as "day", km as "number", source as "kind"
                                from vehicle.reading where owner = :account order by read_on""")
                        .keptBecause(KeptBecause.RIGHTS_OF_OTHERS));
    }
}
