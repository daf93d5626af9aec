package io.xunshi.platform.matching.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What somebody looks out for on the exchange; theirs alone, and goes. */
@Component
class MatchingPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("matching.alert", "account")
                        .about("interest.searches", LegalGround.CONTRACT)
                        .erasedBy("delete from matching.alert where account = :account"),
                in("matching.saved_search", "account")
                        .about("interest.searches", LegalGround.CONTRACT)
                        .shownBy("""
                                select name as "title", question, saved_at as "at"
                                from matching.saved_search where account = :account order by saved_at""")
                        .erasedBy("delete from matching.saved_search where account = :account"));
    }
}
