package io.xunshi.platform.organisation.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What organisations keep about people: who acts for them, and who handed in or decided what. */
@Component
class OrganisationPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("organisation.organisation", "founded_by", "closed_by")
                        .about("organisation.membership", LegalGround.CONTRACT)
                        .shownBy("""
                                select name, credit_code as "code", founded_at as "at"
                                from organisation.organisation where founded_by = :account order by founded_at""")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("organisation.member", "person")
                        .about("organisation.membership", LegalGround.CONTRACT)
                        .shownBy("""
                                select organisation.name as "organisation", roles, since, until
                                from organisation.member
                                join organisation.organisation on organisation.id = organisation_id
                                where person = :account order by since""")
                        .erasedBy("""
                                update organisation.member set until = greatest(since, :at)
                                where person = :account and until is null""")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("organisation.invitation", "invitee", "invited_by", "accepted_by")
                        .about("organisation.membership", LegalGround.CONTRACT)
                        .erasedBy(
                                "delete from organisation.invitation where invitee = :account and state <> 'ACCEPTED'")
                        .keptBecause(KeptBecause.OFFICIAL_ACT),
                in("organisation.licence", "submitted_by", "decided_by")
                        .about("organisation.papers", LegalGround.LEGAL_DUTY)
                        .keptBecause(KeptBecause.OFFICIAL_ACT),
                in("organisation.control_link", "declared_by", "decided_by")
                        .about("organisation.papers", LegalGround.LEGAL_DUTY)
                        .keptBecause(KeptBecause.OFFICIAL_ACT));
    }

    @Override
    public List<Hindrance> hindrances() {
        return List.of(new Hindrance("organisation.only-owner", """
                select count(*) from organisation.member
                join organisation.organisation on organisation.id = organisation_id
                where person = :account and until is null and 'OWNER' = any(roles) and state <> 'CLOSED'
                  and not exists (
                    select from organisation.member as others
                    where others.organisation_id = member.organisation_id and others.person <> :account
                      and others.until is null and 'OWNER' = any(others.roles))"""));
    }
}
