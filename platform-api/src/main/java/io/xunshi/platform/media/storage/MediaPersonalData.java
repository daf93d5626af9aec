package io.xunshi.platform.media.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What media keeps about people: whose photo or document it is. The files themselves go with it. */
@Component
class MediaPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(photos(), documents());
    }

    private static PersonalRecord photos() {
        return in("media.photo", "owner")
                .about("media.photos", LegalGround.CONTRACT)
                .shownBy("""
                                select id as "photo", created_at as "at" from media.photo where owner = :account order by created_at""")
                .erasedBy("""
                                update media.photo set kept = false, created_at = '-infinity' where owner = :account and not id = any(:photos)""")
                .keptBecause(KeptBecause.TRADE_RECORD);
    }

    /** What nothing shows is removed with the next sweep. */
    private static PersonalRecord documents() {
        return in("media.document", "owner")
                .about("media.documents", LegalGround.CONTRACT)
                .shownBy("""
                        select id as "document", name, created_at as "at"
                        from media.document where owner = :account order by created_at""")
                .erasedBy("update media.document set name = '' where owner = :account")
                .keptBecause(KeptBecause.TRADE_RECORD);
    }
}
