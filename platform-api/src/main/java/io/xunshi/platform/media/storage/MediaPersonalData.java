package io.xunshi.platform.media.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What media keeps about people: whose photo it is. The pictures themselves go with the photo. */
@Component
class MediaPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(in("media.photo", "owner")
                .about("media.photos", LegalGround.CONTRACT)
                .shownBy("""
                                select id as "photo", created_at as "at" from media.photo where owner = :account order by created_at""")
                .erasedBy("""
                                update media.photo set kept = false, created_at = '-infinity' where owner = :account and not id = any(:photos)""")
                .keptBecause(KeptBecause.TRADE_RECORD));
    }
}
