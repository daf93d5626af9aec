package io.xunshi.platform.credit.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is kept about people's credit; the score itself is computed from their trades and kept nowhere. */
@Component
class CreditPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("credit.appeal", "account", "officer", "counterparty")
                        .about("credit.appeals", LegalGround.CONTRACT)
                        .shownBy("""
                                select trade_code as "code", state, words_cipher, remark, made_at as "at"
                                from credit.appeal where account = :account order by made_at""")
                        .erasedBy("delete from credit.appeal where account = :account")
                        .keptBecause(KeptBecause.OFFICIAL_ACT),
                in("credit.ring_dealing", "giver", "taker")
                        .about("credit.rings", LegalGround.CONTRACT)
                        .shownBy("""
                                select trades as "count", found_at as "at"
                                from credit.ring_dealing
                                join credit.ring on ring.id = ring_dealing.ring_id
                                where giver = :account order by found_at""")
                        .keptBecause(KeptBecause.RIGHTS_OF_OTHERS));
    }
}
