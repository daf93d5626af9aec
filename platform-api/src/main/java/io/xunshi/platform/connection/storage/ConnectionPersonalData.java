package io.xunshi.platform.connection.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who let a program act for an organisation or hear of its trades, and who ended it. */
@Component
class ConnectionPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("connection.machine_client", "account", "made_by", "revoked_by")
                        .about("organisation.membership", LegalGround.CONTRACT)
                        .keptBecause(KeptBecause.OFFICIAL_ACT),
                in("connection.webhook_endpoint", "made_by")
                        .about("organisation.membership", LegalGround.CONTRACT)
                        .keptBecause(KeptBecause.OFFICIAL_ACT));
    }
}
