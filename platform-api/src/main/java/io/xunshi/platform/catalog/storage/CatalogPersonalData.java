package io.xunshi.platform.catalog.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the catalogue keeps about people: who changed it. */
@Component
class CatalogPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(in("catalog.material_edition", "published_by")
                .about("catalog.editions", LegalGround.LEGAL_DUTY)
                .keptBecause(KeptBecause.OFFICIAL_ACT));
    }
}
