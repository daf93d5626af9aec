package io.xunshi.platform.listing.storage;

import static io.xunshi.platform.identity.PersonalRecord.in;

import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What listing keeps about people: what they offer, and what moderators decided about it. */
@Component
class ListingPersonalData implements PersonalData {

    @Override
    public List<PersonalRecord> records() {
        return List.of(
                in("listing.item", "owner")
                        .about("listing.offers", LegalGround.CONTRACT)
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("listing.listing", "seller")
                        .about("listing.offers", LegalGround.CONTRACT)
                        .shownBy("""
                                select code, title, description, state, price_fen as "priceFen", stock, district_code as "district", lat, lon,
                                       created_at as "since", published_at as "publishedAt", updated_at as "changedAt"
                                from listing.listing where seller = :account order by created_at""")
                        .erasedBy("""
                                delete from listing.revision using listing.listing
                                where listing.id = revision.listing_id and listing.seller = :account
                                  and not exists (select from listing.hold where hold.listing_id = listing.id)""")
                        .erasedBy("""
                                update listing.listing
                                set state = 'DRAFT', title = '', description = '', attributes = '{}', condition_code = null, price_fen = null,
                                    district_code = null, lat = null, lon = null, photo_ids = '{}', rental = null, swap = null, gift = null, report = null,
                                    version = version + 1, updated_at = :at
                                where seller = :account and not exists (select from listing.hold where hold.listing_id = listing.id)""")
                        .erasedBy("""
                                update listing.listing
                                set lat = round(lat::numeric, 2), lon = round(lon::numeric, 2)
                                where seller = :account and lat is not null""")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("listing.hold", "buyer")
                        .about("listing.promises", LegalGround.CONTRACT)
                        .shownBy("""
                                select held_at as "at", released_at as "until", pieces from listing.hold where buyer = :account order by held_at""")
                        .keptBecause(KeptBecause.TRADE_RECORD),
                in("listing.moderation_case", "seller", "moderator", "appeal_against")
                        .about("listing.moderation", LegalGround.LEGAL_DUTY)
                        .shownBy("""
                                select kind, rules, appeal_words as "words", opened_at as "at", outcome, reason, remark, closed_at as "until"
                                from listing.moderation_case where seller = :account order by opened_at""")
                        .erasedBy("""
                                update listing.moderation_case
                                set appeal_words = case when appeal_words is not null then '' end,
                                    proposal = proposal || '{"title": "", "description": "", "attributes": {}, "photos": [], "place": null, "report": null}'::jsonb
                                where seller = :account""")
                        .keptBecause(KeptBecause.OFFICIAL_ACT));
    }

    @Override
    public List<Hindrance> hindrances() {
        return List.of(new Hindrance("listing.offers", """
                        select count(*) from listing.listing
                        where seller = :account and state in ('PUBLISHED', 'IN_REVIEW', 'RESERVED')"""));
    }

    @Override
    public List<String> photosThatStay() {
        return List.of("""
                        select unnest(photo_ids) from listing.listing
                        where seller = :account and exists (select from listing.hold where hold.listing_id = listing.id)""");
    }
}
