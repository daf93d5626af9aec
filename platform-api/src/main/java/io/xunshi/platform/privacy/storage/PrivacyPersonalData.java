package io.xunshi.platform.privacy.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What privacy itself keeps about people: what they asked of it. */
@Component
class PrivacyPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("privacy.archive", "account")
                        .about("privacy.requests", LegalGround.LEGAL_DUTY)
                        .shownBy("""
                                select 'ARCHIVE' as "kind", requested_at as "at"
                                from privacy.archive where account = :account order by requested_at""")
                        .erasedBy("delete from privacy.archive where account = :account"),
                in("privacy.erasure", "account")
                        .about("privacy.requests", LegalGround.LEGAL_DUTY)
                        .shownBy("""
                                select 'ERASURE' as "kind", requested_at as "at", due_at as "until"
                                from privacy.erasure where account = :account order by requested_at""")
                        .keptBecause(KeptBecause.PROOF_OF_DUTY));
    }
}
