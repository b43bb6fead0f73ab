-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A marketplace of a given size, made by counting. Filled in by world.py: {tenant}, {coaches},
-- {clients}, {old} (past sessions of the first coach), {rest} (sessions of all the others), {step}
-- (days between two sessions of one of them), {me} (a client with a session, from every size
-- the same 25 bookings ahead). What lies ahead of the first coach is the same in every size, too.

set foreign_key_checks = 0, unique_checks = 0, sql_mode = concat(@@sql_mode, ',NO_UNSIGNED_SUBTRACTION');
set @today = utc_date(), @then = utc_timestamp() - interval 3650 day;
set @policy = '[{{"hours":72,"percent":100,"move":true,"moves":2}},{{"hours":24,"percent":50,"move":true,"moves":1}},{{"hours":0,"percent":0,"move":false,"moves":0}}]';
set @bio = 'I listen before I speak. Twenty years of work with people and teams taught me patience, plain questions and a sense of humour. We start where you are, decide what you want to change, and look after each month whether it did.';

insert into account (id, mail, name, zone, verified_at, created_at)
  select 1000000000 + seq, concat('k', seq, '@coach.example'),
         concat(elt(1 + seq mod 23, 'Ada', 'Ben', 'Cleo', 'Dario', 'Edda', 'Femi', 'Greta', 'Hugo', 'Ines', 'Jon', 'Kaja', 'Lars', 'Mira', 'Nils', 'Olga', 'Pia', 'Quentin', 'Rosa', 'Sami', 'Tara', 'Uwe', 'Vera', 'Willem'),
                ' ', elt(1 + (seq div 23) mod 19, 'Abel', 'Brandt', 'Costa', 'Dietz', 'Engel', 'Fuchs', 'Grimm', 'Haas', 'Ito', 'Jensen', 'Kaya', 'Lund', 'Maier', 'Novak', 'Orlov', 'Peters', 'Quist', 'Rossi', 'Sato'), ' ', conv(seq, 10, 36)),
         'Europe/Berlin', @then, @then
    from seq_1_to_{coaches};
insert into account (id, mail, name, zone, verified_at, created_at)
  select 1500000000 + seq, concat('c', seq, '@client.example'), concat('Client ', seq), 'Europe/Berlin', @then, @then
    from seq_1_to_{clients};
insert into membership (tenant_id, account_id, roles, joined_at)
  select {tenant}, id, if(id < 1500000000, 3, 1), @then from account where id > 1000000000;

-- Forty cities in eight countries; one city and one specialty that hardly anybody has.
insert into coach (tenant_id, id, account_id, slug, status, status_at, name, headline, bio, city, country, zone, created_at)
  select {tenant}, id, id, concat('coach-', id - 1000000000), 'Approved', @then, name,
         concat('Calm steps for people who ', elt(1 + id mod 7, 'lead', 'change', 'learn', 'found', 'care', 'teach', 'return')), @bio,
         if(id mod 2000 = 3, 'Runde', concat(elt(1 + id mod 8, 'Berg', 'Linden', 'Hafen', 'Neu', 'Alt', 'Ober', 'Unter', 'Grün'), elt(1 + (id div 8) mod 5, 'stadt', 'au', 'dorf', 'tal', 'see'))),
         if(id mod 2000 = 3, 'NO', elt(1 + id mod 8, 'DE', 'AT', 'CH', 'FR', 'IT', 'ES', 'PT', 'NL')), 'Europe/Berlin', @then
    from account where id between 1000000001 and 1499999999;
insert into coach_tag (tenant_id, coach_id, kind, tag, position)
  select {tenant}, 1000000000 + seq, 'specialty', elt(1 + (seq * 7 + p * 5) mod 24, 'Career', 'Leadership', 'Founders', 'Burnout', 'Parenting', 'Retirement', 'Conflict', 'Sales', 'Speaking', 'Writing', 'Focus', 'Habits', 'Money', 'Grief', 'Teams', 'Interviews', 'Studies', 'Relocation', 'Confidence', 'Sleep', 'Running', 'Music', 'Design', 'Engineering'), p
    from seq_1_to_{coaches} c join (select 1 p union select 2 union select 3) n;
insert into coach_tag (tenant_id, coach_id, kind, tag, position)
  select {tenant}, 1000000000 + seq, 'specialty', 'Falconry', 4 from seq_1_to_{coaches} where seq mod 1000 = 3;
insert into coach_tag (tenant_id, coach_id, kind, tag, position)
  select {tenant}, 1000000000 + seq, 'language', 'English', 1 from seq_1_to_{coaches}
   union all
  select {tenant}, 1000000000 + seq, 'language', elt(1 + seq mod 9, 'German', 'French', 'Italian', 'Spanish', 'Portuguese', 'Dutch', 'Danish', 'Polish', 'Turkish'), 2 from seq_1_to_{coaches};
insert into calendar (tenant_id, coach_id)
  select {tenant}, 1000000000 + seq from seq_1_to_{coaches};
insert into weekly_hours (tenant_id, coach_id, weekday, from_min, to_min)
  select {tenant}, 1000000000 + seq, d, 540, 1080
    from seq_1_to_{coaches} join (select 1 d union select 2 union select 3 union select 4 union select 5) w;
insert into service (tenant_id, id, coach_id, slug, name, description, price_minor, currency, minutes, mode, meeting_url, place, place_public, after_min, policy, position, created_at)
  select {tenant}, 2 * (1000000000 + seq) + p, 1000000000 + seq, elt(1 + p, 'talk', 'walk'), elt(1 + p, 'A talk', 'A walk'), 'An hour that is yours.',
         3000 + 500 * (seq mod 40) + 1000 * p, 'EUR', 60, elt(1 + p, 'online', 'in-person'), if(p = 0, 'https://meet.example/{{no}}', ''),
         if(p = 1, 'Main Street 1', ''), if(p = 1, 'Centre', ''), 15, @policy, p, @then
    from seq_1_to_{coaches} join (select 0 p union select 1) n;
insert into listing (tenant_id, coach_id, slug, name, headline, picture, city, country, zone, specialties, languages, online, in_person, price_minor, currency, next_free_at, words, checked_at)
  select c.tenant_id, c.id, c.slug, c.name, c.headline, '', c.city, c.country, c.zone, t.s, 'English', 1, 1, 3000 + 500 * (c.id mod 40), 'EUR',
         utc_timestamp() + interval (720 + 15 * (c.id mod 3000)) minute, lower(concat_ws('\n', c.name, c.headline, t.s, c.city, 'talk walk centre', c.bio)), utc_timestamp()
    from coach c join (select coach_id, group_concat(tag order by position separator '\n') s from coach_tag where kind = 'specialty' and tenant_id = {tenant} group by coach_id) t on t.coach_id = c.id
   where c.tenant_id = {tenant};
insert into listing_facet (tenant_id, kind, value, checked_at)
  select distinct tenant_id, kind, tag, utc_timestamp() from coach_tag where tenant_id = {tenant};
insert into listing_facet (tenant_id, kind, country, value, checked_at)
  select distinct tenant_id, 'place', country, city, utc_timestamp() from listing where tenant_id = {tenant};

create temporary table made (
  id bigint primary key, coach_id bigint not null, service_id bigint not null, account_id bigint not null, starts_at datetime not null
) engine=aria transactional=0;
-- Four a day ahead of the first coach, 25 of them mine.
insert into made
  select 1000000000 + seq, 1000000001, 2000000002 + seq mod 2, if(seq mod 9 = 0 and seq <= 225, {me}, 1500000001 + seq mod {clients}),
         @today + interval 1 + seq div 4 day + interval 8 + 2 * (seq mod 4) hour
    from seq_4_to_235;
-- Three a day behind them.
insert into made
  select 1000001000 + seq, 1000000001, 2000000002 + seq mod 2, 1500000001 + (seq * 7919) mod {clients},
         @today - interval 1 + seq div 3 day + interval 8 + 2 * (seq mod 3) hour
    from seq_1_to_{old};
-- Everybody else, from here to ten years ago; each 200th is mine.
insert into made
  select 1000100000 + seq, 1000000002 + seq mod ({coaches} - 1), 2 * (1000000002 + seq mod ({coaches} - 1)) + seq mod 2,
         if(seq mod 200 = 0, {me}, 1500000001 + (seq * 7919) mod {clients}),
         @today + interval 50 - {step} * (seq div ({coaches} - 1)) - seq mod {step} day + interval 8 + seq mod 8 hour
    from seq_1_to_{rest};

insert into client_order (tenant_id, id, no, account_id, state, total_minor, currency, hold_until, terms_version, terms_at, created_at, paid_at)
  select straight_join {tenant}, m.id, hex(m.id), m.account_id, 'paid', s.price_minor, 'EUR', m.starts_at - interval 9 day, 1, m.starts_at - interval 10 day, m.starts_at - interval 10 day, m.starts_at - interval 10 day
    from made m join service s on s.id = m.service_id;
insert into booking (tenant_id, id, no, order_id, coach_id, service_id, account_id, state, starts_at, ends_at, before_min, after_min, zone, zone_client, coach_name, client_name, service_name, mode, meeting_url, place,
    price_minor, fee_minor, payout_minor, currency, policy, created_at, confirmed_at, ended_at, cancelled_by)
  select straight_join {tenant}, m.id, hex(m.id), m.id, m.coach_id, m.service_id, m.account_id,
         case when m.starts_at >= @today then 'Confirmed' when m.id mod 20 = 0 then 'Cancelled' when m.id mod 33 = 0 then 'NoShow' else 'Completed' end,
         m.starts_at, m.starts_at + interval 60 minute, 0, 15, 'Europe/Berlin', 'Europe/Berlin', c.name, a.name, s.name, s.mode, s.meeting_url, s.place,
         s.price_minor, s.price_minor div 10, s.price_minor - s.price_minor div 10, 'EUR', @policy, m.starts_at - interval 10 day, m.starts_at - interval 10 day,
         if(m.starts_at < @today, m.starts_at + interval 1 day, null), if(m.starts_at < @today and m.id mod 20 = 0, 'client', null)
    from made m join service s on s.id = m.service_id join coach c on c.id = m.coach_id join account a on a.id = m.account_id;
insert into block (tenant_id, coach_id, booking_id, starts_at, ends_at)
  select tenant_id, coach_id, id, starts_at, ends_at + interval 15 minute from booking where tenant_id = {tenant} and state <> 'Cancelled';
insert into payment (tenant_id, id, order_id, attempt, state, amount_minor, currency, session_ref, intent_ref, charge_ref, card, expires_at, created_at, checked_at, paid_at)
  select tenant_id, id, id, 1, 'paid', total_minor, 'EUR', concat('cs_', id), concat('pi_', id), concat('ch_', id), 'Visa 4242', created_at + interval 1 hour, created_at, created_at, created_at
    from client_order where tenant_id = {tenant};
insert into outbox (tenant_id, once, kind, template, account_id, booking_id, state, due_at, tries, answer, created_at, done_at)
  select tenant_id, concat('confirmed:', id, ':client'), 'mail', 'confirmed', account_id, id, 'done', confirmed_at, 1, '250 OK', confirmed_at, confirmed_at
    from booking where tenant_id = {tenant};

-- Something that waits to be paid.
insert into client_order (tenant_id, id, no, account_id, state, total_minor, currency, hold_until, created_at)
  values ({tenant}, 900000000, hex(900000000), {me}, 'open', 3500, 'EUR', utc_timestamp() + interval 1 day, utc_timestamp());
insert into booking (tenant_id, id, no, order_id, coach_id, service_id, account_id, starts_at, ends_at, before_min, after_min, zone, zone_client, coach_name, client_name, service_name, mode, meeting_url, price_minor, fee_minor, payout_minor, currency, policy, created_at)
  select {tenant}, 900000000, hex(900000000), 900000000, s.coach_id, s.id, {me}, @today + interval '52 17' day_hour, @today + interval '52 18' day_hour, 0, 15, 'Europe/Berlin', 'Europe/Berlin', c.name, 'Me', s.name, s.mode, s.meeting_url, 3500, 350, 3150, 'EUR', @policy, utc_timestamp()
    from service s join coach c on c.id = s.coach_id where s.id = 2000000002;
insert into block (tenant_id, coach_id, booking_id, starts_at, ends_at, hold_until)
  select tenant_id, coach_id, id, starts_at, ends_at + interval 15 minute, utc_timestamp() + interval 1 day from booking where id = 900000000;

drop temporary table made;
set foreign_key_checks = 1, unique_checks = 1;
analyze table account, session, membership, coach, coach_tag, service, calendar, weekly_hours, listing, listing_facet, client_order, booking, block, payment, outbox;
