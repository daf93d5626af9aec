package io.xunshi.platform.consignment.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What consignment keeps about people: who gave what into whose hands, and who signed for it. */
@Component
class ConsignmentPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("consignment.agreement", "consignor", "taken_in_by")
                        .about("consignment.agreements", LegalGround.CONTRACT)
                        .shownBy("""
                                select agreement.code, point.name as "point", signed_at as "at", term_ends_at as "until"
                                from consignment.agreement join consignment.point on point.id = agreement.point_id
                                where consignor = :account order by signed_at""")
                        .keptBecause(KeptBecause.ACCOUNTING),
                in("consignment.point", "account")
                        .about("consignment.staff", LegalGround.CONTRACT)
                        .keptBecause(KeptBecause.ACCOUNTING),
                in("consignment.operator", "account")
                        .about("consignment.staff", LegalGround.CONTRACT)
                        .shownBy("""
                                select point.name as "point", since, until
                                from consignment.operator join consignment.point on point.id = operator.point_id
                                where operator.account = :account order by since""")
                        .keptBecause(KeptBecause.OFFICIAL_ACT),
                in("consignment.scheme", "decided_by")
                        .about("consignment.staff", LegalGround.CONTRACT)
                        .keptBecause(KeptBecause.OFFICIAL_ACT),
                in("consignment.shift", "opened_by", "closed_by")
                        .about("consignment.staff", LegalGround.CONTRACT)
                        .keptBecause(KeptBecause.ACCOUNTING),
                in("consignment.drawer_movement", "by")
                        .about("consignment.staff", LegalGround.CONTRACT)
                        .keptBecause(KeptBecause.ACCOUNTING),
                in("consignment.counter_sale", "sold_by")
                        .about("consignment.staff", LegalGround.CONTRACT)
                        .keptBecause(KeptBecause.ACCOUNTING),
                in("consignment.settlement", "paid_by")
                        .about("consignment.staff", LegalGround.CONTRACT)
                        .keptBecause(KeptBecause.ACCOUNTING),
                in("consignment.lease", "taken_by")
                        .about("consignment.staff", LegalGround.CONTRACT)
                        .erasedBy("delete from consignment.lease where taken_by = :account"),
                in("consignment.offline_sale", "sold_by", "sent_by")
                        .about("consignment.staff", LegalGround.CONTRACT)
                        .keptBecause(KeptBecause.ACCOUNTING),
                in("consignment.stocktake", "opened_by", "closed_by")
                        .about("consignment.staff", LegalGround.CONTRACT)
                        .keptBecause(KeptBecause.ACCOUNTING),
                in("consignment.stocktake_scan", "scanned_by")
                        .about("consignment.staff", LegalGround.CONTRACT)
                        .keptBecause(KeptBecause.ACCOUNTING),
                in("consignment.stocktake_explanation", "explained_by")
                        .about("consignment.staff", LegalGround.CONTRACT)
                        .keptBecause(KeptBecause.ACCOUNTING),
                in("consignment.stocktake_line", "explained_by")
                        .about("consignment.staff", LegalGround.CONTRACT)
                        .keptBecause(KeptBecause.ACCOUNTING));
    }

    @Override
    public List<Hindrance> hindrances() {
        return List.of(
                new Hindrance("consignment.items", """
                        select count(*) from consignment.item join consignment.agreement on agreement.id = item.agreement_id
                        where agreement.consignor = :account
                          and (item.state in ('ON_SALE', 'EXPIRED') or item.state = 'SOLD' and item.settlement_id is null)"""),
                new Hindrance(
                        "consignment.work",
                        "select count(*) from consignment.operator where account = :account and until is null"));
    }
}
