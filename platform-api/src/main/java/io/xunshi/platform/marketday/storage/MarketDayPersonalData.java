package io.xunshi.platform.marketday.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What market days keep about people: who had which stall, and who ran the day. */
@Component
class MarketDayPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("marketday.stall", "holder", "checked_in_by")
                        .about("marketday.stalls", LegalGround.CONTRACT)
                        .shownBy("""
                                select day.title, day.opens_at as "day", stall.shown_name as "name", stall.number as "stallNumber", stall.state,
                                       stall.applied_at as "at"
                                from marketday.stall join marketday.day on day.id = stall.day_id
                                where stall.holder = :account order by stall.applied_at""")
                        .erasedBy("""
                                update marketday.sale set title = ''
                                where listing_id is null
                                  and stall_id in (select id from marketday.stall where holder = :account)""")
                        .erasedBy("update marketday.stall set shown_name = '' where holder = :account")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("marketday.steward", "account")
                        .about("marketday.staff", LegalGround.CONTRACT)
                        .shownBy("""
                                select organiser.name as "organiser", since, until
                                from marketday.steward
                                join marketday.organiser on organiser.id = steward.organiser_id
                                where steward.account = :account order by since""")
                        .keptBecause(KeptBecause.OFFICIAL_ACT),
                in("marketday.day", "announced_by", "cancelled_by")
                        .about("marketday.staff", LegalGround.CONTRACT)
                        .keptBecause(KeptBecause.OFFICIAL_ACT));
    }

    @Override
    public List<Hindrance> hindrances() {
        return List.of(
                new Hindrance(
                        "marketday.work",
                        "select count(*) from marketday.steward where account = :account and until is null"),
                new Hindrance("marketday.stall", """
                        select count(*) from marketday.stall
                        join marketday.day on day.id = stall.day_id
                        where holder = :account
                          and (state in ('WAITING', 'ASSIGNED') and closes_at > now()
                            or state = 'CHECKED_IN' and books_close_at > now())"""));
    }
}
