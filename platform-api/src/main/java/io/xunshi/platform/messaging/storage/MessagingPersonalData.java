package io.xunshi.platform.messaging.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What messaging keeps about people: what they said, and what they were told. */
@Component
class MessagingPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("messaging.conversation", "buyer", "seller")
                        .about("messaging.messages", LegalGround.CONTRACT)
                        .shownBy("""
                                select listing_title as "title", case when buyer = :account then 'BUYER' else 'SELLER' end as "side",
                                       opened_at as "at"
                                from messaging.conversation where :account in (buyer, seller) order by opened_at""")
                        .keptBecause(KeptBecause.RIGHTS_OF_OTHERS),
                in("messaging.participant", "account")
                        .about("messaging.messages", LegalGround.CONTRACT)
                        .erasedBy("update messaging.participant set remind_at = null where account = :account")
                        .keptBecause(KeptBecause.RIGHTS_OF_OTHERS),
                in("messaging.message", "sender")
                        .about("messaging.messages", LegalGround.CONTRACT)
                        .shownBy("""
                                select conversation.listing_title as "title", message.text_cipher, message.photo_ids as "photos", message.at
                                from messaging.message join messaging.conversation on conversation.id = message.conversation_id
                                where message.sender = :account order by message.at""")
                        .erasedBy("""
                                update messaging.message
                                set text_cipher = :erasedWords, photo_ids = '{}', cautions = '{}'
                                where sender = :account and not exists (
                                    select from messaging.message as card
                                    where card.conversation_id = message.conversation_id and (card.card like 'ORDER%' or card.card in ('DISPUTE', 'SWAP')))""")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("messaging.block", "blocker", "blocked")
                        .about("messaging.blocks", LegalGround.CONTRACT)
                        .shownBy("""
                                select blocked_at as "at" from messaging.block where blocker = :account order by blocked_at""")
                        .erasedBy("delete from messaging.block where :account in (blocker, blocked)"),
                in("messaging.report", "reporter", "reported", "officer")
                        .about("messaging.reports", LegalGround.LEGAL_DUTY)
                        .shownBy("""
                                select reason, remark_cipher, reported_at as "at" from messaging.report where reporter = :account order by reported_at""")
                        .keptBecause(KeptBecause.PROOF_OF_DUTY),
                in("messaging.mute", "account")
                        .about("messaging.reports", LegalGround.LEGAL_DUTY)
                        .shownBy("select until from messaging.mute where account = :account")
                        .keptBecause(KeptBecause.PROOF_OF_DUTY),
                in("messaging.mute_appeal", "account", "officer")
                        .about("messaging.reports", LegalGround.LEGAL_DUTY)
                        .shownBy("""
                                select words_cipher, made_at as "at", granted, remark from messaging.mute_appeal where account = :account order by made_at""")
                        .keptBecause(KeptBecause.PROOF_OF_DUTY),
                in("messaging.live_event", "account")
                        .about("messaging.notices", LegalGround.CONTRACT)
                        .erasedBy("delete from messaging.live_event where account = :account"),
                in("messaging.live_position", "account")
                        .about("messaging.notices", LegalGround.CONTRACT)
                        .erasedBy("delete from messaging.live_position where account = :account"),
                in("messaging.inbox", "account")
                        .about("messaging.notices", LegalGround.CONTRACT)
                        .erasedBy("delete from messaging.inbox where account = :account"),
                in("messaging.notification", "account")
                        .about("messaging.notices", LegalGround.CONTRACT)
                        .shownBy("""
                                select kind, parameters, at from messaging.notification where account = :account order by sequence""")
                        .erasedBy("delete from messaging.notification where account = :account"),
                in("messaging.notification_choice", "account")
                        .about("messaging.notices", LegalGround.CONSENT)
                        .shownBy("""
                                select kind, in_app as "inApp", email, sms, push from messaging.notification_choice where account = :account order by kind""")
                        .erasedBy("delete from messaging.notification_choice where account = :account"),
                in("messaging.push_subscription", "account")
                        .about("messaging.notices", LegalGround.CONSENT)
                        .shownBy("""
                                select service, language, at from messaging.push_subscription where account = :account order by at""")
                        .erasedBy("delete from messaging.push_subscription where account = :account"),
                in("messaging.digest", "account")
                        .about("messaging.notices", LegalGround.CONTRACT)
                        .erasedBy("delete from messaging.digest where account = :account"),
                in("messaging.price_offer", "buyer", "seller")
                        .about("messaging.offers", LegalGround.CONTRACT)
                        .shownBy("""
                                select case when buyer = :account then 'BUYER' else 'SELLER' end as "side", price_fen as "priceFen", state,
                                       made_at as "at"
                                from messaging.price_offer where :account in (buyer, seller) order by made_at""")
                        .keptBecause(KeptBecause.TRADE_RECORD));
    }

    @Override
    public List<Hindrance> hindrances() {
        return List.of(new Hindrance("messaging.offers", """
                        select count(*) from messaging.price_offer where :account in (buyer, seller) and state in ('OPEN', 'SUSPENDED')"""));
    }

    @Override
    public List<String> photosThatStay() {
        return List.of("""
                        select unnest(photo_ids) from messaging.message
                        where sender = :account and exists (
                            select from messaging.message as card
                            where card.conversation_id = message.conversation_id and (card.card like 'ORDER%' or card.card in ('DISPUTE', 'SWAP')))""");
    }
}
