package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.faults.Database;
import java.util.UUID;

/**
 * Batches that were never entered, each made of what the one before made: what is measured is how they are read.
 *
 * @param first its first parcel's id
 * @param last its last parcel's id
 * @param nodes batches and parcels
 */
record CustodyChain(String first, String last, int nodes) {

    /** One of so many batches, at a site of an organisation that is there. */
    static CustodyChain in(Database database, int length) {
        var tag = UUID.randomUUID().toString().substring(0, 8);
        var parcels = database.rows("""
                with ground as (select id, organisation from custody.site order by opened_at limit 1),
                     step as (
                         select number, gen_random_uuid() as batch, gen_random_uuid() as parcel
                         from generate_series(1, %1$d) as number),
                     batches as (
                         insert into custody.batch (id, code, kind, organisation, site, process, recipe_edition, input_grams,
                                 entered_grams, output_grams, loss_grams, outside_yield, source, reference, happened_on, hash,
                                 entered_at, event_digest, biz_step)
                         select batch, 'B%2$s' || number, case number when 1 then 'RECEIPT' else 'PROCESSING' end,
                                ground.organisation, ground.id, case number when 1 then null else 'SORTING' end, null,
                                case number when 1 then 0 else 1000000 end, case number when 1 then 1000000 else 0 end,
                                1000000, 0, false, case number when 1 then 'OPERATOR' end, '', current_date, '',
                                now() + number * interval '1 microsecond', '%2$s' || number, ''
                         from step, ground),
                     parcels as (
                         insert into custody.parcel (id, code, made_by, organisation, site, material, grams, left_grams,
                                 documented_grams, model, made_at)
                         select parcel, 'P%2$s' || number, batch, ground.organisation, ground.id, 'NF-AL', 1000000,
                                case number when %1$d then 1000000 else 0 end, 1000000, 'SEGREGATED', now()
                         from step, ground),
                     uses as (
                         insert into custody.use (batch, parcel, made_by, grams)
                         select later.batch, step.parcel, step.batch, 1000000
                         from step join step later on later.number = step.number + 1)
                select parcel from step where number in (1, %1$d) order by number
                """.formatted(length, tag));
        return new CustodyChain(parcels.getFirst(), parcels.getLast(), 2 * length);
    }
}
