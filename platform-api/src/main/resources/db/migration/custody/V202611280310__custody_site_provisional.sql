-- What is delivered before its buyer has opened a site lies at the registered place, until a member opens the first one.
alter table custody.site add column is_provisional boolean not null default false;

update custody.site set is_provisional = true where is_home and name = '注册地';

update custody.site as place set is_home = false
where is_provisional
  and exists (select from custody.site as opened
              where opened.organisation = place.organisation and not opened.is_provisional);

update custody.site as opened set is_home = true
where opened.id in (select distinct on (organisation) id from custody.site
                    where not is_provisional order by organisation, opened_at, id)
  and not exists (select from custody.site as home where home.organisation = opened.organisation and home.is_home);
