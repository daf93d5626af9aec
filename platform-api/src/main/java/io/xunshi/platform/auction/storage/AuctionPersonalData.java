package io.xunshi.platform.auction.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What auctions keep about people: who acted for an organisation. */
@Component
class AuctionPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("auction.auction", "drafted_by")
                        .about("auction.acts", LegalGround.CONTRACT)
                        .shownBy("""
                                select code, title, state, opens_at as "at"
                                from auction.auction where drafted_by = :account order by opens_at""")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("auction.deposit", "paid_by")
                        .about("auction.acts", LegalGround.CONTRACT)
                        .shownBy("""
                                select auction.code, paddle, deposit.state, amount_fen as "fen", requested_at as "at"
                                from auction.deposit
                                join auction.auction on auction.id = auction_id
                                where paid_by = :account order by requested_at""")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("auction.bid", "placed_by")
                        .about("auction.acts", LegalGround.CONTRACT)
                        .shownBy("""
                                select auction.code, sequence, amount_fen as "fen", at
                                from auction.bid
                                join auction.auction on auction.id = auction_id
                                where placed_by = :account order by at""")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("auction.part_bid", "placed_by")
                        .about("auction.acts", LegalGround.CONTRACT)
                        .shownBy("""
                                select auction.code, sequence, quantity, part_bid.price_fen as "fen", at
                                from auction.part_bid
                                join auction.auction on auction.id = auction_id
                                where placed_by = :account order by at""")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("auction.sealed_bid", "placed_by")
                        .about("auction.acts", LegalGround.CONTRACT)
                        .shownBy("""
                                select auction.code, round, commitment, amount_fen as "fen", at
                                from auction.sealed_bid
                                join auction.auction on auction.id = auction_id
                                where placed_by = :account order by at""")
                        .keptBecause(KeptBecause.TRADE_RECORD));
    }

    @Override
    public List<Hindrance> hindrances() {
        return List.of(new Hindrance("auction.deposits-held", """
                select count(*) from auction.deposit
                where paid_by = :account and state in ('HELD', 'CONVERTED')"""));
    }
}
