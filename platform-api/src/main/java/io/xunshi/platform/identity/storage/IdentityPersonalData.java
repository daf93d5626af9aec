package io.xunshi.platform.identity.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What identity keeps about people, and the two foundations under it, which know no people. */
@Component
class IdentityPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("identity.one_time_code")
                        .about("identity.account", LegalGround.CONTRACT)
                        .erasedBy("""
                                delete from identity.one_time_code
                                where contact_index = (select contact_index from identity.account where id = :account)"""),
                in("identity.sign_in_failure")
                        .about("identity.account", LegalGround.CONTRACT)
                        .erasedBy("""
                                delete from identity.sign_in_failure
                                where contact_index = (select contact_index from identity.account where id = :account)"""),
                in("http.idempotency", "owner")
                        .about("identity.requests", LegalGround.CONTRACT)
                        .erasedBy("delete from http.idempotency where owner = :account::text"),
                in("events.outbox", "aggregate_id")
                        .about("identity.requests", LegalGround.CONTRACT)
                        .erasedBy("""
                                delete from events.outbox
                                where aggregate_id = :account
                                  and not exists (select from events.delivery where delivery.event_id = outbox.event_id)"""),
                in("identity.known_device", "account")
                        .about("identity.devices", LegalGround.CONTRACT)
                        .shownBy("""
                                select device, first_at as "since", last_at as "at"
                                from identity.known_device where account = :account order by first_at""")
                        .erasedBy("delete from identity.known_device where account = :account"),
                in("identity.second_factor", "account")
                        .about("identity.devices", LegalGround.CONTRACT)
                        .erasedBy("delete from identity.second_factor where account = :account"),
                in("identity.recovery_code", "account")
                        .about("identity.devices", LegalGround.CONTRACT)
                        .erasedBy("delete from identity.recovery_code where account = :account"),
                in("identity.account", "id")
                        .about("identity.account", LegalGround.CONTRACT)
                        .shownBy("""
                                select contact_cipher, display_name as "displayName", roles, created_at as "since",
                                       real_name_cipher, id_number_cipher, real_name_verified_at as "verifiedAt"
                                from identity.account where id = :account""")
                        .erasedBy("""
                                update identity.account
                                set contact_cipher = null, contact_index = null, display_name = '已注销用户', password_hash = '',
                                    real_name_cipher = null, id_number_cipher = null, id_number_index = null,
                                    real_name_verified_at = null, erased_at = :at
                                where id = :account""")
                        .keptBecause(KeptBecause.RIGHTS_OF_OTHERS));
    }

    @Override
    public List<Hindrance> hindrances() {
        return List.of(new Hindrance(
                "identity.office",
                "select count(*) from identity.account where id = :account and roles <> '{RESIDENT}'"));
    }

    @Override
    public List<PersonalConsent> consents() {
        return List.of(new PersonalConsent(
                "identity.real-name",
                "select real_name_verified_at is not null from identity.account where id = :account",
                List.of("""
                        update identity.account
                        set real_name_cipher = null, id_number_cipher = null, id_number_index = null, real_name_verified_at = null
                        where id = :account"""),
                List.of()));
    }
}
