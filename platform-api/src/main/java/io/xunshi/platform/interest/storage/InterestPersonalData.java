package io.xunshi.platform.interest.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What interest keeps about people; all of it is theirs alone, and goes. */
@Component
class InterestPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("interest.saved_item", "account", "seller")
                        .about("interest.saved", LegalGround.CONTRACT)
                        .shownBy("""
                                select listing_id as "listing", saved_at as "at" from interest.saved_item where account = :account order by saved_at""")
                        .erasedBy("delete from interest.saved_item where :account in (account, seller)"),
                in("interest.seen_item", "account")
                        .about("interest.traces", LegalGround.CONSENT)
                        .shownBy("""
                                select listing_id as "listing", category_code as "category", seen_at as "at"
                                from interest.seen_item where account = :account order by seen_at""")
                        .erasedBy("delete from interest.seen_item where account = :account"),
                in("interest.purchase", "account")
                        .about("interest.traces", LegalGround.CONSENT)
                        .shownBy("""
                                select category_code as "category", bought_at as "at"
                                from interest.purchase where account = :account order by bought_at""")
                        .erasedBy("delete from interest.purchase where account = :account"),
                in("interest.untraced", "account")
                        .about("interest.traces", LegalGround.CONSENT)
                        .erasedBy("delete from interest.untraced where account = :account"),
                in("interest.home_district", "account")
                        .about("interest.traces", LegalGround.CONSENT)
                        .shownBy("""
                                select district_code as "district" from interest.home_district where account = :account""")
                        .erasedBy("delete from interest.home_district where account = :account"),
                in("interest.follow", "account", "seller")
                        .about("interest.follows", LegalGround.CONTRACT)
                        .shownBy("""
                                select seller as "person", since from interest.follow where account = :account order by since""")
                        .erasedBy("delete from interest.follow where :account in (account, seller)"),
                in("interest.off_link", "account")
                        .about("interest.searches", LegalGround.CONTRACT)
                        .erasedBy("delete from interest.off_link where account = :account"),
                in("interest.search_alert", "account")
                        .about("interest.searches", LegalGround.CONTRACT)
                        .erasedBy("delete from interest.search_alert where account = :account"),
                in("interest.search_digest", "account")
                        .about("interest.searches", LegalGround.CONTRACT)
                        .erasedBy("delete from interest.search_digest where account = :account"),
                in("interest.saved_search", "account")
                        .about("interest.searches", LegalGround.CONTRACT)
                        .shownBy("""
                                select name as "title", words, categories, districts, lat, lon, saved_at as "at"
                                from interest.saved_search where account = :account order by saved_at""")
                        .erasedBy("delete from interest.saved_search where account = :account"));
    }

    @Override
    public List<PersonalConsent> consents() {
        return List.of(new PersonalConsent(
                "interest.traces",
                "select not exists (select from interest.untraced where account = :account)",
                List.of(
                        "insert into interest.untraced (account) values (:account) on conflict do nothing",
                        "delete from interest.seen_item where account = :account",
                        "delete from interest.purchase where account = :account"),
                List.of("delete from interest.untraced where account = :account")));
    }
}
