package io.xunshi.platform.corner.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What corner keeps about people with an account, who are its staff; readers have none. */
@Component
class CornerPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("corner.librarian", "account")
                        .about("corner.staff", LegalGround.CONTRACT)
                        .shownBy("""
                                select corner.school as "point", since, until
                                from corner.librarian join corner.corner on corner.id = librarian.corner_id
                                where librarian.account = :account order by since""")
                        .keptBecause(KeptBecause.OFFICIAL_ACT),
                in("corner.rule", "decided_by")
                        .about("corner.staff", LegalGround.CONTRACT)
                        .keptBecause(KeptBecause.OFFICIAL_ACT),
                in("corner.term", "closed_by")
                        .about("corner.staff", LegalGround.CONTRACT)
                        .keptBecause(KeptBecause.OFFICIAL_ACT),
                in("corner.consent", "recorded_by", "withdrawn_by")
                        .about("corner.staff", LegalGround.CONTRACT)
                        .keptBecause(KeptBecause.OFFICIAL_ACT),
                in("corner.title", "entered_by")
                        .about("corner.staff", LegalGround.CONTRACT)
                        .keptBecause(KeptBecause.OFFICIAL_ACT),
                in("corner.movement", "by")
                        .about("corner.staff", LegalGround.CONTRACT)
                        .keptBecause(KeptBecause.OFFICIAL_ACT));
    }

    @Override
    public List<Hindrance> hindrances() {
        return List.of(new Hindrance(
                "corner.work", "select count(*) from corner.librarian where account = :account and until is null"));
    }
}
