package io.xunshi.platform.deal.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who of an organisation said and signed what: the organisations' contracts, which name the person who acted. */
@Component
class DealPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("deal.word", "said_by")
                        .about("deal.proposals", LegalGround.CONTRACT)
                        .shownBy("""
                                select party, quantity, price_fen as "price", at
                                from deal.word where said_by = :account order by at""")
                        .keptBecause(KeptBecause.RIGHTS_OF_OTHERS),
                in("deal.signature", "signed_by")
                        .about("deal.signatures", LegalGround.CONTRACT)
                        .shownBy("""
                                select deal.code, signature.party, signature.at
                                from deal.signature join deal.deal on deal.id = signature.deal
                                where signed_by = :account order by signature.at""")
                        .keptBecause(KeptBecause.RIGHTS_OF_OTHERS));
    }
}
