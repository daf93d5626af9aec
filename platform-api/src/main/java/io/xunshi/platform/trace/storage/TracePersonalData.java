package io.xunshi.platform.trace.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What trace keeps about people: the salt that makes an entry of the log theirs. Without it the log tells nobody
 * anything.
 */
@Component
class TracePersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(in("trace.salt", "account")
                .about("trace.log", LegalGround.CONTRACT)
                .shownBy("""
                                select 'HMAC-SHA-256' as "kind", encode(salt, 'hex') as "salt" from trace.salt where account = :account""")
                .erasedBy("delete from trace.salt where account = :account"));
    }
}
