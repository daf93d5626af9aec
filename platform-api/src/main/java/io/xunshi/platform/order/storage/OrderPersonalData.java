package io.xunshi.platform.order.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What order keeps about people: their trades, whose facts stay, and what they said about them. */
@Component
class OrderPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("orders.purchase", "buyer", "seller")
                        .about("order.purchases", LegalGround.CONTRACT)
                        .shownBy("""
                                select code, case when buyer = :account then 'BUYER' else 'SELLER' end as "side", state,
                                       snapshot ->> 'title' as "title", price_fen as "priceFen", pieces, fee_fen as "feeFen", placed_at as "at"
                                from orders.purchase where :account in (buyer, seller) order by placed_at""")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("orders.bundle_discount", "seller")
                        .about("order.bundle-discount", LegalGround.CONTRACT)
                        .shownBy("""
                                select from_two as "fromTwo", from_three as "fromThree", from_five as "fromFive", changed_at as "at"
                                from orders.bundle_discount where seller = :account""")
                        .erasedBy("delete from orders.bundle_discount where seller = :account"),
                in("orders.review", "author", "about")
                        .about("order.reviews", LegalGround.CONTRACT)
                        .shownBy("""
                                select case when author = :account then 'GIVEN' else 'RECEIVED' end as "side", rating, words, given_at as "at"
                                from orders.review
                                where author = :account or about = :account and reveals_at <= now()
                                order by given_at""")
                        .keptBecause(KeptBecause.RIGHTS_OF_OTHERS),
                in("orders.rental", "tenant", "owner")
                        .about("order.rentals", LegalGround.CONTRACT)
                        .shownBy("""
                                select code, case when tenant = :account then 'TENANT' else 'OWNER' end as "side", state,
                                       snapshot ->> 'title' as "title", first_day as "firstDay", last_day as "lastDay", rent_fen as "rentFen",
                                       deposit_fen as "depositFen", placed_at as "at"
                                from orders.rental where :account in (tenant, owner) order by placed_at""")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("orders.damage_claim", "decided_by")
                        .about("order.rentals", LegalGround.CONTRACT)
                        .keptBecause(KeptBecause.OFFICIAL_ACT),
                in("orders.dispute_step", "officer")
                        .about("order.disputes", LegalGround.CONTRACT)
                        .shownBy("""
                                select purchase.code, step.kind, step.words_cipher, step.refund_fen as "refundFen", step.at
                                from orders.dispute_step as step
                                join orders.dispute on dispute.id = step.dispute_id
                                join orders.purchase on purchase.id = dispute.order_id
                                where step.by_side = case :account when purchase.buyer then 'BUYER' when purchase.seller then 'SELLER' end
                                order by step.at""")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("orders.gift", "giver")
                        .about("order.gifts", LegalGround.CONTRACT)
                        .shownBy("""
                                select code, state, opened_at as "at" from orders.gift where giver = :account order by opened_at""")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("orders.gift_ask", "asker")
                        .about("order.gifts", LegalGround.CONTRACT)
                        .shownBy("""
                                select gift.code, ask.state, ask.note as "words", ask.asked_at as "at"
                                from orders.gift_ask as ask join orders.gift on gift.id = ask.gift_id
                                where ask.asker = :account order by ask.asked_at""")
                        .erasedBy("""
                                update orders.gift_ask set note = '' where asker = :account and state <> 'RECEIVED'""")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("orders.swap", "proposer")
                        .about("order.swaps", LegalGround.CONTRACT)
                        .shownBy("""
                                select code, state, note as "words", proposed_at as "at"
                                from orders.swap where proposer = :account order by proposed_at""")
                        .erasedBy("""
                                update orders.swap set note = '' where proposer = :account and state <> 'SETTLED'""")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("orders.swap_party", "person")
                        .about("order.swaps", LegalGround.CONTRACT)
                        .shownBy("""
                                select swap.code, swap.state, party.snapshot ->> 'title' as "title", party.pays_fen as "paysFen"
                                from orders.swap_party as party join orders.swap on swap.id = party.swap_id
                                where party.person = :account order by swap.proposed_at""")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("orders.swap_step", "person")
                        .about("order.swaps", LegalGround.CONTRACT)
                        .keptBecause(KeptBecause.TRADE_RECORD));
    }

    @Override
    public List<Hindrance> hindrances() {
        return List.of(
                new Hindrance("order.purchases", """
                        select count(*) from orders.purchase where :account in (buyer, seller) and state not in ('COMPLETED', 'EXPIRED', 'CANCELLED')"""),
                new Hindrance("order.rentals", """
                        select count(*) from orders.rental where :account in (tenant, owner) and state not in ('SETTLED', 'EXPIRED', 'CANCELLED')"""),
                new Hindrance("order.swaps", """
                        select count(*) from orders.swap_party as party join orders.swap on swap.id = party.swap_id
                        where party.person = :account and swap.state not in
                            ('DECLINED', 'WITHDRAWN', 'COUNTERED', 'LAPSED', 'SETTLED', 'BROKEN', 'EXPIRED', 'CANCELLED')"""),
                new Hindrance("order.disputes", """
                        select count(*) from orders.dispute join orders.purchase on purchase.id = dispute.order_id
                        where :account in (purchase.buyer, purchase.seller) and dispute.deadline is not null"""),
                new Hindrance("order.gifts", """
                        select (select count(*) from orders.gift where giver = :account and state in ('OPEN', 'CHOOSING', 'PROMISED'))
                             + (select count(*) from orders.gift_ask where asker = :account and state in ('WAITING', 'PROMISED'))"""));
    }

    @Override
    public List<String> photosThatStay() {
        return List.of("""
                        select photo_id from orders.dispute_photo
                        join orders.dispute on dispute.id = dispute_photo.dispute_id
                        join orders.purchase on purchase.id = dispute.order_id
                        where :account in (purchase.buyer, purchase.seller)""", """
                        select unnest(photo_ids) from orders.rental_condition
                        join orders.rental on rental.id = rental_condition.rental_id
                        where :account in (rental.tenant, rental.owner)""", """
                        select unnest(photo_ids) from orders.damage_claim
                        join orders.rental on rental.id = damage_claim.rental_id
                        where :account in (rental.tenant, rental.owner)""", """
                        select (jsonb_array_elements_text(snapshot -> 'photoIds'))::uuid from orders.purchase where seller = :account""", """
                        select (jsonb_array_elements_text(snapshot -> 'photoIds'))::uuid from orders.rental where owner = :account""", """
                        select (jsonb_array_elements_text(snapshot -> 'photoIds'))::uuid from orders.swap_party where person = :account""");
    }
}
