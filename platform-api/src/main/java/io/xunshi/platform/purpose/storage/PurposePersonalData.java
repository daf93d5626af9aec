package io.xunshi.platform.purpose.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a person learns of looks at their data, once no case forbids it, and what officers did. */
@Component
class PurposePersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("purpose.look", "person", "officer")
                        .about("purpose.looks", LegalGround.LEGAL_DUTY)
                        .shownBy("""
                                select look.at as "at", declaration.kind as "kind", look.sight as "sight", declaration.role as "role"
                                from purpose.look
                                join purpose.declaration on declaration.id = look.declaration
                                where look.person = :account
                                  and (declaration.untold_until is null or declaration.untold_until <= now())
                                order by look.at desc""")
                        .keptBecause(KeptBecause.PROOF_OF_DUTY),
                in("purpose.declaration", "officer")
                        .about("purpose.acts", LegalGround.LEGAL_DUTY)
                        .shownBy("""
                                select kind, case_number as "code", reason_cipher, declared_at as "at", valid_until as "until"
                                from purpose.declaration where officer = :account order by declared_at""")
                        .keptBecause(KeptBecause.OFFICIAL_ACT),
                in("purpose.review", "reviewer")
                        .about("purpose.acts", LegalGround.LEGAL_DUTY)
                        .shownBy("""
                                select verdict as "decision", words_cipher, at as "at"
                                from purpose.review where reviewer = :account order by at""")
                        .keptBecause(KeptBecause.OFFICIAL_ACT));
    }
}
