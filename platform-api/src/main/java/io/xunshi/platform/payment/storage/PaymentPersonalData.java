package io.xunshi.platform.payment.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What payment keeps about people: books of account, which nobody can change. */
@Component
class PaymentPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("payment.posting", "owner")
                        .about("payment.money", LegalGround.CONTRACT)
                        .shownBy("""
                                select entry.kind, posting.amount as "amountFen", entry.at
                                from payment.posting join payment.journal_entry as entry using (entry_id)
                                where posting.owner = :account order by entry.at""")
                        .keptBecause(KeptBecause.ACCOUNTING),
                in("payment.held_balance", "owner")
                        .about("payment.money", LegalGround.CONTRACT)
                        .shownBy("""
                                select kind, balance as "balanceFen" from payment.held_balance where owner = :account""")
                        .keptBecause(KeptBecause.ACCOUNTING),
                in("payment.payment", "payer")
                        .about("payment.money", LegalGround.CONTRACT)
                        .shownBy("""
                                select purpose as "kind", description as "title", amount_fen as "amountFen", state, created_at as "at"
                                from payment.payment where payer = :account order by created_at""")
                        .keptBecause(KeptBecause.ACCOUNTING),
                in("payment.payout", "seller")
                        .about("payment.money", LegalGround.CONTRACT)
                        .shownBy("""
                                select amount_fen as "amountFen", state, requested_at as "at"
                                from payment.payout where seller = :account order by requested_at""")
                        .keptBecause(KeptBecause.ACCOUNTING),
                in("payment.trustee", "account")
                        .about("payment.money", LegalGround.CONTRACT)
                        .keptBecause(KeptBecause.ACCOUNTING));
    }

    @Override
    public List<Hindrance> hindrances() {
        return List.of(
                new Hindrance(
                        "payment.balance",
                        "select count(*) from payment.held_balance where owner = :account and balance <> 0"),
                new Hindrance("payment.underway", """
                        select (select count(*) from payment.payment where payer = :account and state in ('REQUESTED', 'AUTHORIZED'))
                             + (select count(*) from payment.payout where seller = :account and state = 'REQUESTED')"""));
    }
}
