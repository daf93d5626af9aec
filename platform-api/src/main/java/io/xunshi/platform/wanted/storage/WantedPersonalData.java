package io.xunshi.platform.wanted.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is kept about people who look for something, and about those who answer them; nothing of it is a trade. */
@Component
class WantedPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("wanted.answer", "seller")
                        .about("wanted.posts", LegalGround.CONTRACT)
                        .shownBy("""
                                select listing_id as "listing", answered_at as "at"
                                from wanted.answer where seller = :account order by answered_at""")
                        .erasedBy("""
                                delete from wanted.answer
                                where seller = :account or post_id in (select id from wanted.post where account = :account)"""),
                in("wanted.post", "account", "moderator")
                        .about("wanted.posts", LegalGround.CONTRACT)
                        .shownBy("""
                                select words, description, state, district, posted_at as "at", ends_at as "until"
                                from wanted.post where account = :account order by posted_at""")
                        .erasedBy("delete from wanted.post where account = :account")
                        .keptBecause(KeptBecause.OFFICIAL_ACT));
    }
}
