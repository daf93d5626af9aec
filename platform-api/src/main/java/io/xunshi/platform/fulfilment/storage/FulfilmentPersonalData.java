package io.xunshi.platform.fulfilment.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who did what for an organisation while a deal was performed: the organisations' records, which name who acted. */
@Component
class FulfilmentPersonalData implements PersonalData {
    private static final String TOPIC = "fulfilment.acts";

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("fulfilment.load", "dispatched_by", "counted_by")
                        .about(TOPIC, LegalGround.CONTRACT)
                        .shownBy("""
                                select plate, quantity, dispatched_at as "at"
                                from fulfilment.load where dispatched_by = :account or counted_by = :account
                                order by dispatched_at""")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("fulfilment.ticket", "taken_by")
                        .about(TOPIC, LegalGround.CONTRACT)
                        .shownBy("""
                                select plate, device, gross_grams, tare_grams, taken_at as "at"
                                from fulfilment.ticket where taken_by = :account order by taken_at""")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("fulfilment.sample", "entered_by")
                        .about(TOPIC, LegalGround.CONTRACT)
                        .shownBy("""
                                select place, taken_at as "at"
                                from fulfilment.sample where entered_by = :account order by taken_at""")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("fulfilment.assay", "entered_by")
                        .about(TOPIC, LegalGround.CONTRACT)
                        .shownBy("""
                                select reader, laboratory, at
                                from fulfilment.assay where entered_by = :account order by at""")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("fulfilment.price_call", "called_by")
                        .about(TOPIC, LegalGround.CONTRACT)
                        .shownBy("""
                                select day, grams, at
                                from fulfilment.price_call where called_by = :account order by at""")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("fulfilment.claim_move", "said_by")
                        .about(TOPIC, LegalGround.CONTRACT)
                        .shownBy("""
                                select side, words, at
                                from fulfilment.claim_move where said_by = :account order by at""")
                        .keptBecause(KeptBecause.RIGHTS_OF_OTHERS),
                in("fulfilment.document", "added_by")
                        .about(TOPIC, LegalGround.CONTRACT)
                        .shownBy("""
                                select name, added_at as "at"
                                from fulfilment.document where added_by = :account order by added_at""")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("fulfilment.device", "entered_by")
                        .about(TOPIC, LegalGround.CONTRACT)
                        .shownBy("""
                                select name, certificate, entered_at as "at"
                                from fulfilment.device where entered_by = :account order by entered_at""")
                        .keptBecause(KeptBecause.TRADE_RECORD));
    }
}
