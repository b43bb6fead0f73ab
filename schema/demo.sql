-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The demonstration: an invented marketplace with coaches, clients and bookings in every state. All
-- of it is made up. Loaded once, into an empty database, in one transaction (nginx/lib.sh); a second
-- time its first statement is refused. Times are told from the moment of loading: @monday is the
-- Monday of this week, 00:00 UTC. The rows of the directory are left stale: work/sweep computes them.
-- Payments are known to the stand-in by demo-payments.json, so that they can be refunded.

set @now = utc_timestamp();
set @monday = date(@now) - interval weekday(@now) day;
-- demo-demo-1
set @password = '$argon2id$v=19$m=19456,t=2,p=1$tmMi7GEeWMVAFCyzpXQUGw$aVloAHoLyGLbU/WERCtqILrIyXiGfL+5LdZPHBL6h3s';

insert into tenant (id, name, claim, address, zone, currency, mail_from, support, fee_bp, price_min_minor, created_at) values
  (1, 'Praxis Demo', 'Approved coaches for work, health and the decisions in between', 'http://127.0.0.1:8080', 'Europe/Berlin', 'EUR', 'hello@praxis.example', 'help@praxis.example', 1000, 1000, @now - interval 2 year),
  (2, 'Atelier Lumen', 'Singing and speaking, in Rome and online', 'http://127.0.0.2:8080', 'Europe/Rome', 'EUR', 'ciao@lumen.example', 'help@lumen.example', 1200, 0, @now - interval 1 year);
insert into tenant_host (host, tenant_id) values
  ('127.0.0.1:8080', 1), ('localhost:8080', 1), ('127.0.0.2:8080', 2);

insert into tenant_text (tenant_id, kind, version, title, body_md, published_at) values
  (1, 'terms', 1, 'Terms', 'These are the terms of a demonstration. Nobody is bound by them.\n\n## What you book\n\nYou book a session with a coach. The contract about the session is between you and the coach; we run the marketplace, take the payment and pass it on.\n', @now - interval 700 day),
  (1, 'terms', 2, 'Terms', 'These are the terms of a demonstration. Nobody is bound by them, but they read as real ones would.\n\n## 1. Who deals with whom\n\nYou book a session with a coach. The contract about the session is between you and the coach. We run the marketplace: we check coaches before they appear, keep the calendar, take the payment, and pass it on after the session.\n\n## 2. Accounts\n\nYou need an account with a confirmed mail address. Keep your password to yourself. You must be at least 18 years old. **Minors** may take part only when a parent or guardian books for them, is named in the note to the coach, and agrees to be reachable during the session.\n\n## 3. Prices and payment\n\nPrices are final and in euro. You pay when you book. A booking is binding for both sides once it is confirmed; the time is kept for you while you pay.\n\n## 4. Moving and cancelling\n\nEach service has a policy that says until when you may move or cancel and what you get back. You see it with dates before you pay. It is stored with your booking and cannot be changed afterwards. If the coach cancels, you get everything back.\n\n## 5. The session\n\nBe on time. A session that starts late because of you ends at the agreed time. If you do not come, the session is charged as the policy says. Coaching is not medical or psychological treatment and does not replace it.\n\n## 6. If something goes wrong\n\nWrite to us with the number of your booking. We answer within two working days. The law of the place where you live is not limited by these terms.\n', @now - interval 90 day),
  (1, 'privacy', 1, 'Privacy policy', 'This is the privacy policy of a demonstration. It says what the software does.\n\n## Who is responsible\n\nPraxis Demo, help@praxis.example.\n\n## What we store, and why\n\n| What | Why | How long |\n|---|---|---|\n| Name, mail address, time zone, language | to run your account | as long as there is an account |\n| Bookings, notes to coaches | to carry out the sessions | with the accounts, as tax law asks |\n| Amounts, references of payments and refunds | to account for money | as tax law asks |\n| Mail we sent you, with its state | to show what you were told | with the booking |\n| Failed sign-ins, as keyed hashes | to stop guessing | one day |\n\nCard numbers never reach us: you type them at the payment service.\n\n## Who processes data for us\n\n- **Stripe** takes payments and sends refunds. It gets the amount, a description and your mail address.\n- **Our mail server** delivers what we write to you.\n- **Coaches** see the name, time zone and notes of people who booked with them.\n\n## Cookies\n\nOnly cookies without which the site does not work: `__Host-session` while you are signed in, `__Host-visit` for forms before that, `__Host-notice` for one sentence after you pressed a button, and `zone` for the time zone you are shown. There is no advertising and no analytics.\n\n## Minors\n\nAccounts are for people of 18 years and more. For minors a parent or guardian books and decides about the data.\n\n## Your rights\n\nYou may ask what we store, have it corrected or deleted, take it with you, and complain to a supervisory authority. Write to help@praxis.example.\n', @now - interval 90 day),
  (1, 'imprint', 1, 'Imprint', '**Praxis Demo** is an invented company.\n\nExample Street 1  \n10115 Berlin  \nGermany\n\nMail: help@praxis.example\n\nRepresented by: Ada Admin\n\nPortraits, names and biographies were made for this demonstration. Any likeness to living people is chance.\n', @now - interval 700 day),
  (2, 'terms', 1, 'Terms', 'These are the terms of a demonstration. Nobody is bound by them, but they read as real ones would.\n\n## 1. Who deals with whom\n\nYou book a session with a coach. The contract about the session is between you and the coach. We run the marketplace: we check coaches before they appear, keep the calendar, take the payment, and pass it on after the session.\n\n## 2. Accounts\n\nYou need an account with a confirmed mail address. Keep your password to yourself. You must be at least 18 years old. **Minors** may take part only when a parent or guardian books for them, is named in the note to the coach, and agrees to be reachable during the session.\n\n## 3. Prices and payment\n\nPrices are final and in euro. You pay when you book. A booking is binding for both sides once it is confirmed; the time is kept for you while you pay.\n\n## 4. Moving and cancelling\n\nEach service has a policy that says until when you may move or cancel and what you get back. You see it with dates before you pay. It is stored with your booking and cannot be changed afterwards. If the coach cancels, you get everything back.\n\n## 5. The session\n\nBe on time. A session that starts late because of you ends at the agreed time. If you do not come, the session is charged as the policy says. Coaching is not medical or psychological treatment and does not replace it.\n\n## 6. If something goes wrong\n\nWrite to us with the number of your booking. We answer within two working days. The law of the place where you live is not limited by these terms.\n', @now - interval 300 day),
  (2, 'privacy', 1, 'Privacy policy', 'This is the privacy policy of a demonstration. It says what the software does.\n\n## Who is responsible\n\nAtelier Lumen, help@lumen.example.\n\n## What we store, and why\n\n| What | Why | How long |\n|---|---|---|\n| Name, mail address, time zone, language | to run your account | as long as there is an account |\n| Bookings, notes to coaches | to carry out the sessions | with the accounts, as tax law asks |\n| Amounts, references of payments and refunds | to account for money | as tax law asks |\n| Mail we sent you, with its state | to show what you were told | with the booking |\n| Failed sign-ins, as keyed hashes | to stop guessing | one day |\n\nCard numbers never reach us: you type them at the payment service.\n\n## Who processes data for us\n\n- **Stripe** takes payments and sends refunds. It gets the amount, a description and your mail address.\n- **Our mail server** delivers what we write to you.\n- **Coaches** see the name, time zone and notes of people who booked with them.\n\n## Cookies\n\nOnly cookies without which the site does not work: `__Host-session` while you are signed in, `__Host-visit` for forms before that, `__Host-notice` for one sentence after you pressed a button, and `zone` for the time zone you are shown. There is no advertising and no analytics.\n\n## Minors\n\nAccounts are for people of 18 years and more. For minors a parent or guardian books and decides about the data.\n\n## Your rights\n\nYou may ask what we store, have it corrected or deleted, take it with you, and complain to a supervisory authority. Write to help@lumen.example.\n', @now - interval 300 day),
  (2, 'imprint', 1, 'Imprint', '**Atelier Lumen** is an invented company.\n\nVia di Esempio 2, 00184 Roma, Italy\n\nMail: help@lumen.example\n', @now - interval 300 day);

insert into account (id, mail, name, password, zone, language, verified_at, created_at) values
  (1, 'client@example.org', 'Clara Client', @password, 'Europe/Berlin', 'en', @now - interval 400 day, @now - interval 400 day),
  (2, 'coach@example.org', 'Maya Lindqvist', @password, 'Europe/Berlin', 'en', @now - interval 400 day, @now - interval 400 day),
  (3, 'admin@example.org', 'Ada Admin', @password, 'Europe/Berlin', 'en', @now - interval 400 day, @now - interval 400 day),
  (12, 'jonas.okafor@coach.example', 'Jonas Okafor', @password, 'Europe/Berlin', 'en', @now - interval 400 day, @now - interval 400 day),
  (13, 'amira.haddad@coach.example', 'Amira Haddad', @password, 'Europe/Berlin', 'en', @now - interval 400 day, @now - interval 400 day),
  (14, 'tom.becker@coach.example', 'Tom Becker', @password, 'Europe/Berlin', 'en', @now - interval 400 day, @now - interval 400 day),
  (15, 'ines.carvalho@coach.example', 'Inês Carvalho', @password, 'Europe/Lisbon', 'en', @now - interval 400 day, @now - interval 400 day),
  (16, 'kenji.watanabe@coach.example', 'Kenji Watanabe', @password, 'Asia/Tokyo', 'en', @now - interval 400 day, @now - interval 400 day),
  (17, 'luiza.nascimento@coach.example', 'Luiza Nascimento', @password, 'America/Sao_Paulo', 'en', @now - interval 400 day, @now - interval 400 day),
  (18, 'pierre.delacroix@coach.example', 'Pierre Delacroix', @password, 'Europe/Paris', 'en', @now - interval 400 day, @now - interval 400 day),
  (19, 'wanjiru.kamau@coach.example', 'Wanjiru Kamau', @password, 'Africa/Nairobi', 'en', @now - interval 400 day, @now - interval 400 day),
  (20, 'arjun.mehta@coach.example', 'Arjun Mehta', @password, 'Asia/Kolkata', 'en', @now - interval 400 day, @now - interval 400 day),
  (21, 'margaret.whitfield@coach.example', 'Margaret Whitfield', @password, 'Europe/London', 'en', @now - interval 400 day, @now - interval 400 day),
  (22, 'sunita.shrestha@coach.example', 'Sunita Shrestha', @password, 'Asia/Kathmandu', 'en', @now - interval 400 day, @now - interval 400 day),
  (23, 'harpreet.gill@coach.example', 'Harpreet Gill', @password, 'America/Toronto', 'en', @now - interval 400 day, @now - interval 400 day),
  (24, 'freja.norgaard@coach.example', 'Freja Nørgaard', @password, 'Europe/Copenhagen', 'en', @now - interval 400 day, @now - interval 400 day),
  (25, 'marcus.reid@coach.example', 'Marcus Reid', @password, 'America/New_York', 'en', @now - interval 400 day, @now - interval 400 day),
  (26, 'camille.laurent@coach.example', 'Camille Laurent', @password, 'Europe/Paris', 'en', @now - interval 400 day, @now - interval 400 day),
  (27, 'tomasz.zielinski@coach.example', 'Tomasz Zieliński', @password, 'Europe/Warsaw', 'en', @now - interval 400 day, @now - interval 400 day),
  (28, 'aroha.ngata@coach.example', 'Aroha Ngata', @password, 'Pacific/Auckland', 'en', @now - interval 400 day, @now - interval 400 day),
  (29, 'giovanni.ferraro@coach.example', 'Giovanni Ferraro', @password, 'Europe/Rome', 'en', @now - interval 400 day, @now - interval 400 day),
  (30, 'rafael.moreno@coach.example', 'Rafael Moreno', @password, 'Europe/Madrid', 'en', @now - interval 400 day, @now - interval 400 day),
  (31, 'niamh.gallagher@coach.example', 'Niamh Gallagher', @password, 'Europe/Dublin', 'en', @now - interval 400 day, @now - interval 400 day),
  (32, 'kwame.mensah@coach.example', 'Kwame Mensah', @password, 'Africa/Accra', 'en', @now - interval 400 day, @now - interval 400 day),
  (33, 'rosa.delgado@coach.example', 'Rosa Delgado', @password, 'America/Mexico_City', 'en', @now - interval 400 day, @now - interval 400 day),
  (34, 'liam.fraser@coach.example', 'Liam Fraser', @password, 'Australia/Sydney', 'en', @now - interval 400 day, @now - interval 400 day),
  (35, 'greta.sandoval@coach.example', 'Greta Sandoval', @password, 'Europe/Vienna', 'en', @now - interval 400 day, @now - interval 400 day),
  (36, 'viktor.halasz@coach.example', 'Viktor Halász', @password, 'Europe/Budapest', 'en', @now - interval 400 day, @now - interval 400 day),
  (37, 'nadia.petrenko@coach.example', 'Nadia Petrenko', @password, 'Europe/Prague', 'en', @now - interval 400 day, @now - interval 400 day),
  (41, 'ben@example.net', 'Ben Fischer', @password, 'Europe/Berlin', 'en', @now - interval 400 day, @now - interval 400 day),
  (42, 'yuki@example.net', 'Yuki Tanaka', @password, 'Asia/Tokyo', 'en', @now - interval 400 day, @now - interval 400 day),
  (43, 'sofia@example.net', 'Sofia Rossi', @password, 'Europe/Rome', 'en', @now - interval 400 day, @now - interval 400 day),
  (44, 'priya@example.net', 'Priya Nair', @password, 'Asia/Kolkata', 'en', @now - interval 400 day, @now - interval 400 day),
  (45, 'daniel@example.net', 'Daniel Osei', @password, 'Europe/London', 'en', @now - interval 400 day, @now - interval 400 day),
  (46, 'emma@example.net', 'Emma Clarke', @password, 'America/New_York', 'en', @now - interval 400 day, @now - interval 400 day),
  (51, 'elena@lumen.example', 'Elena Marchetti', @password, 'Europe/Rome', 'en', @now - interval 400 day, @now - interval 400 day);

-- Roles are bits: 1 client, 2 coach, 4 admin, 8 system admin.
insert into membership (tenant_id, account_id, roles, joined_at) values
  (1, 1, 1, @now - interval 400 day),
  (1, 2, 3, @now - interval 400 day),
  (1, 3, 13, @now - interval 400 day),
  (1, 12, 3, @now - interval 400 day),
  (1, 13, 3, @now - interval 400 day),
  (1, 14, 3, @now - interval 400 day),
  (1, 15, 3, @now - interval 400 day),
  (1, 16, 3, @now - interval 400 day),
  (1, 17, 3, @now - interval 400 day),
  (1, 18, 3, @now - interval 400 day),
  (1, 19, 3, @now - interval 400 day),
  (1, 20, 3, @now - interval 400 day),
  (1, 21, 3, @now - interval 400 day),
  (1, 22, 3, @now - interval 400 day),
  (1, 23, 3, @now - interval 400 day),
  (1, 24, 3, @now - interval 400 day),
  (1, 25, 3, @now - interval 400 day),
  (1, 26, 3, @now - interval 400 day),
  (1, 27, 3, @now - interval 400 day),
  (1, 28, 3, @now - interval 400 day),
  (1, 29, 3, @now - interval 400 day),
  (1, 30, 3, @now - interval 400 day),
  (1, 31, 3, @now - interval 400 day),
  (1, 32, 3, @now - interval 400 day),
  (1, 33, 3, @now - interval 400 day),
  (1, 34, 3, @now - interval 400 day),
  (1, 35, 1, @now - interval 400 day),
  (1, 36, 3, @now - interval 400 day),
  (1, 37, 1, @now - interval 400 day),
  (1, 41, 1, @now - interval 400 day),
  (1, 42, 1, @now - interval 400 day),
  (1, 43, 1, @now - interval 400 day),
  (1, 44, 1, @now - interval 400 day),
  (1, 45, 1, @now - interval 400 day),
  (1, 46, 1, @now - interval 400 day),
  (2, 51, 3, @now - interval 400 day);

insert into coach (tenant_id, id, account_id, slug, status, status_reason, status_at, name, headline, bio, custom_specialty, city, country, zone, picture, created_at) values
  (1, 1, 2, 'maya-lindqvist', 'Approved', '', @now - interval 296 day, 'Maya Lindqvist', 'Career change in your thirties, without burning bridges.', 'I spent eleven years in product teams before I trained as a coach. Most people who come to me have a good job on paper and a bad feeling on Sunday evenings. We find out what the feeling is about, and what the next honest step would be.\n\nI work with questions, a whiteboard and homework you can do on a train. Once a month I meet a supervisor of my own.', '', 'Berlin', 'DE', 'Europe/Berlin', '/img/people/01.svg', @now - interval 316 day),
  (1, 2, 12, 'jonas-okafor', 'Approved', '', @now - interval 292 day, 'Jonas Okafor', 'The first hundred days as a manager, survived well.', 'I led engineering teams for nine years and made most of the mistakes there are. Now I work with people who have just become somebody''s boss and did not get a manual. We prepare the talks you are putting off and look at them afterwards.\n\nThere are no slides.', '', 'Hamburg', 'DE', 'Europe/Berlin', '/img/people/02.svg', @now - interval 312 day),
  (1, 3, 13, 'amira-haddad', 'Approved', '', @now - interval 288 day, 'Amira Haddad', 'Rest, boundaries and a life beside the job.', 'I trained as a nurse and worked nights for six years, so I know tired from the inside. My work is calm and practical: one habit at a time, measured, kept or dropped.\n\nIf what you need is a doctor, I will say so in the first conversation.', '', 'Hamburg', 'DE', 'Europe/Berlin', '/img/people/03.svg', @now - interval 308 day),
  (1, 4, 14, 'tom-becker', 'Approved', '', @now - interval 284 day, 'Tom Becker', 'Small steps that hold, for people with full calendars.', 'I was a physiotherapist before I became a coach, and I still think in small loads and regular days. We build a training plan or a habit around the week you really have, not the one you wish for.\n\nEarly mornings are my best hours.', '', 'Leipzig', 'DE', 'Europe/Berlin', '/img/people/04.svg', @now - interval 304 day),
  (1, 5, 15, 'ines-carvalho', 'Approved', '', @now - interval 280 day, 'Inês Carvalho', 'A thinking partner for founders, one hour a week.', 'I founded two companies, sold one and closed the other, and learned more from the second. Founders come to me with too many open loops. We close some, drop others, and decide what is left.\n\nI do not give advice on your product. I ask until you know.', '', 'Lisbon', 'PT', 'Europe/Lisbon', '/img/people/05.svg', @now - interval 300 day),
  (1, 6, 16, 'kenji-watanabe', 'Approved', '', @now - interval 276 day, 'Kenji Watanabe', 'For the talk you cannot postpone.', 'For twelve years I read the news on the radio, and I was nervous every single day. Stage fright does not go away, but it can be put to work. We rehearse with a camera until you can watch yourself without flinching.', '', 'Tokyo', 'JP', 'Asia/Tokyo', '/img/people/06.svg', @now - interval 296 day),
  (1, 7, 17, 'luiza-nascimento', 'Approved', '', @now - interval 272 day, 'Luiza Nascimento', 'Confidence that does not need to be loud.', 'I grew up as the quiet one in a loud family. My clients are good at what they do and tired of explaining it. We practise asking for money, saying no, and taking up the room that is yours.', '', 'São Paulo', 'BR', 'America/Sao_Paulo', '/img/people/07.svg', @now - interval 292 day),
  (1, 8, 18, 'pierre-delacroix', 'Approved', '', @now - interval 268 day, 'Pierre Delacroix', 'Leaving work well, and what comes after it.', 'I was a judge for thirty years and retired twice, the first time badly. People come to me one or two years before they stop working, or one or two years after. We talk about time, money, pride and the person at breakfast.\n\nI take six clients at a time.', '', 'Paris', 'FR', 'Europe/Paris', '/img/people/08.svg', @now - interval 288 day),
  (1, 9, 19, 'wanjiru-kamau', 'Approved', '', @now - interval 264 day, 'Wanjiru Kamau', 'Leading people who know more than you do.', 'I ran a hospital with four hundred people and no two of them agreed. My work is about listening in the right order, deciding in public and staying kind while you do it. I coach in English and Swahili, often both in one hour.', '', 'Nairobi', 'KE', 'Africa/Nairobi', '/img/people/09.svg', @now - interval 284 day),
  (1, 10, 20, 'arjun-mehta', 'Approved', '', @now - interval 260 day, 'Arjun Mehta', 'Focus for people whose day belongs to others.', 'I build calendars the way other people build kitchens: for use. We look at two weeks of your real diary, throw out what nobody needs, and protect two hours a day. After a month you decide whether to keep it.', '', 'Mumbai', 'IN', 'Asia/Kolkata', '/img/people/10.svg', @now - interval 280 day),
  (1, 11, 21, 'margaret-whitfield', 'Approved', '', @now - interval 256 day, 'Margaret Whitfield', 'Forty years of difficult conversations, at your service.', 'I taught, then ran a school, then helped other heads when theirs was on fire. What I do best is the conversation behind the conversation. You bring the person you cannot talk to; we find a first sentence you can say.', '', 'London', 'GB', 'Europe/London', '/img/people/11.svg', @now - interval 276 day),
  (1, 12, 22, 'sunita-shrestha', 'Approved', '', @now - interval 252 day, 'Sunita Shrestha', 'Going abroad, coming home, and the part in between.', 'I have moved countries five times with two suitcases and once with a baby. I help people prepare a move, find their feet in the first year, and come home without feeling like a visitor. My Sundays are working days.', '', 'Kathmandu', 'NP', 'Asia/Kathmandu', '/img/people/12.svg', @now - interval 272 day),
  (1, 13, 23, 'harpreet-gill', 'Approved', '', @now - interval 248 day, 'Harpreet Gill', 'Negotiation for people who hate haggling.', 'By day I buy trucks for a city; in the evening I teach people to ask for what they want. Most of negotiating is preparation, and most of preparation is writing three numbers on paper. We do that, then we play it through.', '', 'Toronto', 'CA', 'America/Toronto', '/img/people/13.svg', @now - interval 268 day),
  (1, 14, 24, 'freja-norgaard', 'Approved', '', @now - interval 244 day, 'Freja Nørgaard', 'Creative work with deadlines and without drama.', 'I edit books. Before that I wrote four, two of which were printed. I coach people who have something half finished: a thesis, a novel, a portfolio. We set small deadlines and I am the person who asks.', '', 'Copenhagen', 'DK', 'Europe/Copenhagen', '/img/people/14.svg', @now - interval 264 day),
  (1, 15, 25, 'marcus-reid', 'Approved', '', @now - interval 240 day, 'Marcus Reid', 'Mid-career, two kids, one life: what next?', 'I left a law firm at forty-one and did not become a baker. Change in the middle of life has to pay the rent, so we plan it like adults: numbers, dates, and who picks up the children on Wednesdays. I laugh a lot, also at myself.', '', 'New York', 'US', 'America/New_York', '/img/people/15.svg', @now - interval 260 day),
  (1, 16, 26, 'camille-laurent', 'Approved', '', @now - interval 236 day, 'Camille Laurent', 'Parents and teenagers, heard separately and together.', 'I worked as a school psychologist for ten years. When a family is stuck, somebody has usually stopped listening, and it is seldom who you think. I speak with parents first, with teenagers if they want to, and with everybody at the end.', '', 'Lyon', 'FR', 'Europe/Paris', '/img/people/16.svg', @now - interval 256 day),
  (1, 17, 27, 'tomasz-zielinski', 'Approved', '', @now - interval 232 day, 'Tomasz Zieliński', 'Burned out, or only bored? We find out.', 'I was a software architect until my back and my patience gave up in the same month. I know burnout from books and from the sofa. We start with sleep, food and calendar, and only then talk about meaning.', '', 'Warsaw', 'PL', 'Europe/Warsaw', '/img/people/17.svg', @now - interval 252 day),
  (1, 18, 28, 'aroha-ngata', 'Approved', '', @now - interval 228 day, 'Aroha Ngata', 'Leading from where you stand.', 'My grandmother led a community without ever holding an office. I work with people who carry responsibility before they carry a title: team leads, union reps, older sisters. We look at who listens to you, why, and what you want to do with it.', '', 'Auckland', 'NZ', 'Pacific/Auckland', '/img/people/18.svg', @now - interval 248 day),
  (1, 19, 29, 'giovanni-ferraro', 'Approved', '', @now - interval 224 day, 'Giovanni Ferraro', 'Family businesses: handing over without falling out.', 'I ran my father''s company for thirty-four years and gave it to my daughter in one afternoon and five years of quarrels. I work with the ones who leave and the ones who follow, in turn, and tell each what the other has told me they may hear.', '', 'Milan', 'IT', 'Europe/Rome', '/img/people/19.svg', @now - interval 244 day),
  (1, 20, 30, 'rafael-moreno', 'Approved', '', @now - interval 220 day, 'Rafael Moreno', 'Interviews in a language that is not your own.', 'I came to Dublin at twenty-three with school English and failed eleven interviews in a row. The twelfth went well because I had stopped translating. We practise your real answers, in simple sentences, until they are yours.', '', 'Madrid', 'ES', 'Europe/Madrid', '/img/people/20.svg', @now - interval 240 day),
  (1, 21, 31, 'niamh-gallagher', 'Approved', '', @now - interval 216 day, 'Niamh Gallagher', 'Running your first marathon, or your first kilometre.', 'I finished last in my first race and have been fond of the back of the field ever since. I write plans for people with jobs, knees and children, and I change the plan when the child has a fever. No weighing, no shouting.', '', 'Dublin', 'IE', 'Europe/Dublin', '/img/people/21.svg', @now - interval 236 day),
  (1, 22, 32, 'kwame-mensah', 'Approved', '', @now - interval 212 day, 'Kwame Mensah', 'Strategy for one: your next three years.', 'Consultants draw pictures for companies; I draw them with people. In three sessions we put your next three years on one page, with what you will not do in larger letters. Then you hang it where you can see it.', '', 'Accra', 'GH', 'Africa/Accra', '/img/people/22.svg', @now - interval 232 day),
  (1, 23, 33, 'rosa-delgado', 'Approved', '', @now - interval 208 day, 'Rosa Delgado', 'After a loss, before the next chapter.', 'I was a hospice social worker for twenty-two years. Grief is not a problem to solve, but there are things that help: sleep, company, and somebody who does not change the subject. We go slowly. Sessions can be short.', '', 'Mexico City', 'MX', 'America/Mexico_City', '/img/people/23.svg', @now - interval 228 day),
  (1, 24, 34, 'liam-fraser', 'Approved', '', @now - interval 204 day, 'Liam Fraser', 'Engineers who have to talk to people now.', 'I shipped firmware for a decade and spoke in ticket numbers. Then I got a team. I help technical people say things once, clearly, to somebody who is not technical, and to run a meeting that ends early.', '', 'Sydney', 'AU', 'Australia/Sydney', '/img/people/24.svg', @now - interval 224 day),
  (1, 25, 35, 'greta-sandoval', 'Pending', '', @now - interval 200 day, 'Greta Sandoval', 'Voice and presence for the stage.', 'I have sung in three opera choirs and now teach people who only want to be heard at the end of the table.', '', 'Vienna', 'AT', 'Europe/Vienna', '', @now - interval 220 day),
  (1, 26, 36, 'viktor-halasz', 'Suspended', 'The profile promised returns on investments. Waiting for a new text.', @now - interval 196 day, 'Viktor Halász', 'Money and head.', 'Sessions about spending, saving and what is behind it.', '', 'Budapest', 'HU', 'Europe/Budapest', '', @now - interval 216 day),
  (1, 27, 37, 'nadia-petrenko', 'Rejected', 'Guarantees results, which our rules do not allow.', @now - interval 192 day, 'Nadia Petrenko', 'Quick results guaranteed.', 'Results in one session or your money back.', '', 'Prague', 'CZ', 'Europe/Prague', '', @now - interval 212 day),
  (2, 40, 51, 'elena-marchetti', 'Approved', '', @now - interval 140 day, 'Elena Marchetti', 'A voice that carries to the last row.', 'I have taught singing for twenty years, half of it to people who never sing. We start with breath and end with the sentence you have to say on Thursday.', 'Singing', 'Rome', 'IT', 'Europe/Rome', '', @now - interval 160 day);

insert into coach_tag (tenant_id, coach_id, kind, tag, position) values
  (1, 1, 'specialty', 'Career change', 0),
  (1, 1, 'specialty', 'Leadership', 1),
  (1, 1, 'specialty', 'Returning to work', 2),
  (1, 1, 'specialty', 'Negotiation', 3),
  (1, 1, 'language', 'English', 0),
  (1, 1, 'language', 'German', 1),
  (1, 1, 'language', 'Swedish', 2),
  (1, 2, 'specialty', 'New managers', 0),
  (1, 2, 'specialty', 'Leadership', 1),
  (1, 2, 'specialty', 'Teams', 2),
  (1, 2, 'language', 'English', 0),
  (1, 2, 'language', 'German', 1),
  (1, 3, 'specialty', 'Stress and burnout', 0),
  (1, 3, 'specialty', 'Sleep', 1),
  (1, 3, 'specialty', 'Time and focus', 2),
  (1, 3, 'language', 'English', 0),
  (1, 3, 'language', 'German', 1),
  (1, 3, 'language', 'Arabic', 2),
  (1, 4, 'specialty', 'Habits', 0),
  (1, 4, 'specialty', 'Running and fitness', 1),
  (1, 4, 'language', 'German', 0),
  (1, 4, 'language', 'English', 1),
  (1, 5, 'specialty', 'Founders', 0),
  (1, 5, 'specialty', 'Decisions', 1),
  (1, 5, 'specialty', 'Leadership', 2),
  (1, 5, 'language', 'Portuguese', 0),
  (1, 5, 'language', 'English', 1),
  (1, 5, 'language', 'Spanish', 2),
  (1, 6, 'specialty', 'Public speaking', 0),
  (1, 6, 'specialty', 'Confidence', 1),
  (1, 6, 'specialty', 'Interviews', 2),
  (1, 6, 'language', 'Japanese', 0),
  (1, 6, 'language', 'English', 1),
  (1, 7, 'specialty', 'Confidence', 0),
  (1, 7, 'specialty', 'Career change', 1),
  (1, 7, 'specialty', 'Negotiation', 2),
  (1, 7, 'language', 'Portuguese', 0),
  (1, 7, 'language', 'English', 1),
  (1, 7, 'language', 'Spanish', 2),
  (1, 8, 'specialty', 'Retirement', 0),
  (1, 8, 'specialty', 'Decisions', 1),
  (1, 8, 'specialty', 'Grief and change', 2),
  (1, 8, 'language', 'French', 0),
  (1, 8, 'language', 'English', 1),
  (1, 9, 'specialty', 'Leadership', 0),
  (1, 9, 'specialty', 'Teams', 1),
  (1, 9, 'specialty', 'Negotiation', 2),
  (1, 9, 'language', 'English', 0),
  (1, 9, 'language', 'Swahili', 1),
  (1, 10, 'specialty', 'Time and focus', 0),
  (1, 10, 'specialty', 'Habits', 1),
  (1, 10, 'specialty', 'Founders', 2),
  (1, 10, 'language', 'English', 0),
  (1, 10, 'language', 'Hindi', 1),
  (1, 10, 'language', 'Gujarati', 2),
  (1, 11, 'specialty', 'Leadership', 0),
  (1, 11, 'specialty', 'Relationships', 1),
  (1, 11, 'specialty', 'Retirement', 2),
  (1, 11, 'language', 'English', 0),
  (1, 11, 'language', 'French', 1),
  (1, 12, 'specialty', 'Moving abroad', 0),
  (1, 12, 'specialty', 'Returning to work', 1),
  (1, 12, 'specialty', 'Confidence', 2),
  (1, 12, 'language', 'Nepali', 0),
  (1, 12, 'language', 'English', 1),
  (1, 12, 'language', 'Hindi', 2),
  (1, 13, 'specialty', 'Negotiation', 0),
  (1, 13, 'specialty', 'Career change', 1),
  (1, 13, 'specialty', 'Interviews', 2),
  (1, 13, 'language', 'English', 0),
  (1, 13, 'language', 'Punjabi', 1),
  (1, 13, 'language', 'Hindi', 2),
  (1, 14, 'specialty', 'Creativity', 0),
  (1, 14, 'specialty', 'Writing', 1),
  (1, 14, 'specialty', 'Time and focus', 2),
  (1, 14, 'language', 'Danish', 0),
  (1, 14, 'language', 'English', 1),
  (1, 14, 'language', 'Swedish', 2),
  (1, 15, 'specialty', 'Career change', 0),
  (1, 15, 'specialty', 'Parenting', 1),
  (1, 15, 'specialty', 'Decisions', 2),
  (1, 15, 'language', 'English', 0),
  (1, 16, 'specialty', 'Parenting', 0),
  (1, 16, 'specialty', 'Relationships', 1),
  (1, 16, 'language', 'French', 0),
  (1, 16, 'language', 'English', 1),
  (1, 16, 'language', 'Italian', 2),
  (1, 17, 'specialty', 'Stress and burnout', 0),
  (1, 17, 'specialty', 'Career change', 1),
  (1, 17, 'specialty', 'Habits', 2),
  (1, 17, 'language', 'Polish', 0),
  (1, 17, 'language', 'English', 1),
  (1, 17, 'language', 'German', 2),
  (1, 18, 'specialty', 'Leadership', 0),
  (1, 18, 'specialty', 'New managers', 1),
  (1, 18, 'specialty', 'Confidence', 2),
  (1, 18, 'language', 'English', 0),
  (1, 18, 'language', 'Māori', 1),
  (1, 19, 'specialty', 'Founders', 0),
  (1, 19, 'specialty', 'Retirement', 1),
  (1, 19, 'specialty', 'Relationships', 2),
  (1, 19, 'language', 'Italian', 0),
  (1, 19, 'language', 'English', 1),
  (1, 19, 'language', 'French', 2),
  (1, 20, 'specialty', 'Interviews', 0),
  (1, 20, 'specialty', 'Confidence', 1),
  (1, 20, 'specialty', 'Moving abroad', 2),
  (1, 20, 'language', 'Spanish', 0),
  (1, 20, 'language', 'English', 1),
  (1, 21, 'specialty', 'Running and fitness', 0),
  (1, 21, 'specialty', 'Habits', 1),
  (1, 21, 'specialty', 'Nutrition', 2),
  (1, 21, 'language', 'English', 0),
  (1, 21, 'language', 'Irish', 1),
  (1, 22, 'specialty', 'Decisions', 0),
  (1, 22, 'specialty', 'Leadership', 1),
  (1, 22, 'specialty', 'Founders', 2),
  (1, 22, 'language', 'English', 0),
  (1, 22, 'language', 'French', 1),
  (1, 23, 'specialty', 'Grief and change', 0),
  (1, 23, 'specialty', 'Relationships', 1),
  (1, 23, 'specialty', 'Sleep', 2),
  (1, 23, 'language', 'Spanish', 0),
  (1, 23, 'language', 'English', 1),
  (1, 24, 'specialty', 'New managers', 0),
  (1, 24, 'specialty', 'Public speaking', 1),
  (1, 24, 'specialty', 'Teams', 2),
  (1, 24, 'language', 'English', 0),
  (1, 25, 'specialty', 'Public speaking', 0),
  (1, 25, 'language', 'German', 0),
  (1, 25, 'language', 'Spanish', 1),
  (1, 26, 'specialty', 'Decisions', 0),
  (1, 26, 'language', 'Hungarian', 0),
  (1, 26, 'language', 'English', 1),
  (1, 27, 'specialty', 'Confidence', 0),
  (1, 27, 'language', 'Czech', 0),
  (1, 27, 'language', 'English', 1),
  (2, 40, 'specialty', 'Public speaking', 0),
  (2, 40, 'specialty', 'Confidence', 1),
  (2, 40, 'language', 'Italian', 0),
  (2, 40, 'language', 'English', 1);

insert into calendar (tenant_id, coach_id) select tenant_id, id from coach;

-- Weekday 1 is Monday; minutes of the coach's wall clock.
insert into weekly_hours (tenant_id, coach_id, weekday, from_min, to_min) values
  (1, 1, 1, 540, 720), (1, 1, 1, 780, 1080), (1, 1, 2, 540, 720), (1, 1, 2, 780, 1080), (1, 1, 3, 540, 720), (1, 1, 3, 780, 1080), (1, 1, 4, 540, 720), (1, 1, 4, 780, 1080), (1, 1, 5, 540, 780),
  (1, 2, 1, 480, 720), (1, 2, 2, 480, 720), (1, 2, 3, 480, 720), (1, 2, 4, 480, 720), (1, 2, 5, 480, 720), (1, 2, 2, 960, 1200), (1, 2, 4, 960, 1200),
  (1, 3, 1, 480, 840), (1, 3, 3, 480, 840), (1, 3, 5, 480, 840), (1, 3, 2, 840, 1140), (1, 3, 4, 840, 1140),
  (1, 4, 1, 390, 600), (1, 4, 2, 390, 600), (1, 4, 3, 390, 600), (1, 4, 4, 390, 600), (1, 4, 5, 390, 600), (1, 4, 6, 480, 720),
  (1, 5, 1, 570, 780), (1, 5, 1, 870, 1110), (1, 5, 2, 570, 780), (1, 5, 2, 870, 1110), (1, 5, 3, 570, 780), (1, 5, 3, 870, 1110), (1, 5, 4, 570, 780), (1, 5, 4, 870, 1110), (1, 5, 5, 570, 780), (1, 5, 5, 870, 1110),
  (1, 6, 1, 600, 780), (1, 6, 1, 1020, 1260), (1, 6, 2, 600, 780), (1, 6, 2, 1020, 1260), (1, 6, 4, 600, 780), (1, 6, 4, 1020, 1260), (1, 6, 5, 600, 780), (1, 6, 5, 1020, 1260), (1, 6, 6, 600, 900),
  (1, 7, 1, 540, 720), (1, 7, 1, 840, 1080), (1, 7, 2, 540, 720), (1, 7, 2, 840, 1080), (1, 7, 3, 540, 720), (1, 7, 3, 840, 1080), (1, 7, 4, 540, 720), (1, 7, 4, 840, 1080), (1, 7, 5, 540, 720), (1, 7, 5, 840, 1080),
  (1, 8, 2, 570, 750), (1, 8, 2, 840, 1020), (1, 8, 3, 570, 750), (1, 8, 3, 840, 1020), (1, 8, 4, 570, 750), (1, 8, 4, 840, 1020),
  (1, 9, 1, 480, 780), (1, 9, 2, 480, 780), (1, 9, 3, 480, 780), (1, 9, 4, 480, 780), (1, 9, 5, 480, 780), (1, 9, 3, 900, 1080),
  (1, 10, 1, 600, 780), (1, 10, 2, 600, 780), (1, 10, 3, 600, 780), (1, 10, 4, 600, 780), (1, 10, 5, 600, 780), (1, 10, 6, 600, 780), (1, 10, 1, 1080, 1260), (1, 10, 3, 1080, 1260), (1, 10, 5, 1080, 1260),
  (1, 11, 1, 600, 780), (1, 11, 1, 870, 1020), (1, 11, 2, 600, 780), (1, 11, 2, 870, 1020), (1, 11, 4, 600, 780), (1, 11, 4, 870, 1020),
  (1, 12, 7, 540, 720), (1, 12, 7, 780, 1020), (1, 12, 1, 540, 720), (1, 12, 1, 780, 1020), (1, 12, 2, 540, 720), (1, 12, 2, 780, 1020), (1, 12, 3, 540, 720), (1, 12, 3, 780, 1020), (1, 12, 4, 540, 720), (1, 12, 4, 780, 1020),
  (1, 13, 1, 1020, 1260), (1, 13, 2, 1020, 1260), (1, 13, 3, 1020, 1260), (1, 13, 4, 1020, 1260), (1, 13, 5, 1020, 1260), (1, 13, 6, 540, 780),
  (1, 14, 1, 600, 900), (1, 14, 2, 600, 900), (1, 14, 3, 600, 900), (1, 14, 4, 600, 900),
  (1, 15, 1, 540, 720), (1, 15, 1, 1140, 1260), (1, 15, 2, 540, 720), (1, 15, 2, 1140, 1260), (1, 15, 3, 540, 720), (1, 15, 3, 1140, 1260), (1, 15, 4, 540, 720), (1, 15, 4, 1140, 1260), (1, 15, 5, 540, 780),
  (1, 16, 1, 840, 1140), (1, 16, 2, 840, 1140), (1, 16, 4, 840, 1140), (1, 16, 3, 540, 720),
  (1, 17, 1, 420, 600), (1, 17, 2, 420, 600), (1, 17, 3, 420, 600), (1, 17, 4, 420, 600), (1, 17, 5, 420, 600), (1, 17, 2, 1020, 1200), (1, 17, 4, 1020, 1200),
  (1, 18, 2, 480, 720), (1, 18, 3, 480, 720), (1, 18, 4, 480, 720), (1, 18, 5, 480, 720), (1, 18, 2, 780, 960), (1, 18, 4, 780, 960),
  (1, 19, 1, 600, 780), (1, 19, 1, 900, 1080), (1, 19, 3, 600, 780), (1, 19, 3, 900, 1080),
  (1, 20, 1, 600, 840), (1, 20, 1, 960, 1140), (1, 20, 2, 600, 840), (1, 20, 2, 960, 1140), (1, 20, 3, 600, 840), (1, 20, 3, 960, 1140), (1, 20, 4, 600, 840), (1, 20, 4, 960, 1140), (1, 20, 5, 600, 840), (1, 20, 5, 960, 1140),
  (1, 21, 1, 390, 570), (1, 21, 3, 390, 570), (1, 21, 5, 390, 570), (1, 21, 2, 1050, 1200), (1, 21, 4, 1050, 1200),
  (1, 22, 1, 540, 780), (1, 22, 2, 540, 780), (1, 22, 3, 540, 780), (1, 22, 4, 540, 780),
  (1, 23, 1, 600, 840), (1, 23, 2, 600, 840), (1, 23, 4, 600, 840), (1, 23, 5, 600, 840),
  (1, 24, 1, 450, 600), (1, 24, 2, 450, 600), (1, 24, 3, 450, 600), (1, 24, 4, 450, 600), (1, 24, 5, 450, 600), (1, 24, 1, 1080, 1200), (1, 24, 3, 1080, 1200),
  (1, 25, 1, 600, 900), (1, 25, 3, 600, 900),
  (1, 26, 1, 600, 900), (1, 26, 2, 600, 900), (1, 26, 3, 600, 900),
  (1, 27, 1, 600, 900),
  (2, 40, 1, 600, 840), (2, 40, 2, 600, 840), (2, 40, 3, 600, 840), (2, 40, 4, 600, 840);

-- Single dates with hours of their own (0 to 0: closed), and times away.
insert into date_hours (tenant_id, coach_id, day, from_min, to_min) values
  (1, 1, @monday + interval 18 day, 0, 0), (1, 1, @monday + interval 19 day, 600, 840),
  (1, 3, @monday + interval 15 day, 540, 720), (1, 5, @monday + interval 22 day, 0, 0),
  (1, 8, @monday + interval 17 day, 600, 720), (1, 10, @monday + interval 13 day, 660, 780),
  (1, 15, @monday + interval 26 day, 0, 0), (1, 21, @monday + interval 12 day, 480, 660);
insert into away (tenant_id, coach_id, starts_at, ends_at, note) values
  (1, 2, @monday + interval 21 day, @monday + interval 28 day, 'Holiday'),
  (1, 6, @monday + interval 30 day, @monday + interval 37 day, 'Teaching in Osaka'),
  (1, 9, @monday + interval 23 day, @monday + interval 25 day, 'Conference'),
  (1, 19, @monday + interval 16 day, @monday + interval 20 day, 'Away'),
  (1, 24, @monday + interval 35 day, @monday + interval 49 day, 'Summer');

insert into service (tenant_id, id, coach_id, slug, name, description, price_minor, currency, minutes, mode, meeting_url, place, place_public, access_note, prepare_note, before_min, after_min, notice_min, horizon_days, daily_cap, step_min, policy, discovery, position, created_at) values
  (1, 1, 1, 'first', 'First conversation', 'Half an hour to see whether we fit. Bring one question.', 0, 'EUR', 30, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 10, 240, 30, 0, 30, '[{"hours":2,"percent":100,"move":true,"moves":2},{"hours":0,"percent":0,"move":false,"moves":0}]', 1, 0, @now - interval 296 day),
  (1, 2, 1, 'career', 'Career session', 'One topic, one hour, one page of notes afterwards.', 8000, 'EUR', 60, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 15, 720, 60, 5, 30, '[{"hours":72,"percent":100,"move":true,"moves":2},{"hours":24,"percent":50,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 1, @now - interval 296 day),
  (1, 3, 1, 'walk', 'Walk and talk', 'Ninety minutes along the canal, in any weather but storm.', 11000, 'EUR', 90, 'in-person', '', 'Maybachufer 2, 12047 Berlin', 'Landwehrkanal, Berlin', 'We meet at the newspaper stand in front of the bridge.', 'Wear shoes you can walk in for an hour and a half.', 30, 30, 1440, 60, 0, 30, '[{"hours":48,"percent":100,"move":true,"moves":2},{"hours":12,"percent":50,"move":true,"moves":1},{"hours":2,"percent":0,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 2, @now - interval 296 day),
  (1, 4, 2, 'first', 'First conversation', 'Tell me about your team. I tell you honestly whether I can help.', 0, 'EUR', 30, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 10, 240, 30, 0, 30, '[{"hours":2,"percent":100,"move":true,"moves":2},{"hours":0,"percent":0,"move":false,"moves":0}]', 1, 0, @now - interval 292 day),
  (1, 5, 2, 'manager', 'Manager session', 'Fifty minutes on one real situation from your week.', 12000, 'EUR', 60, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 0, 1440, 60, 0, 30, '[{"hours":72,"percent":100,"move":true,"moves":2},{"hours":24,"percent":50,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 1, @now - interval 292 day),
  (1, 6, 2, 'team', 'Team retrospective', 'Two hours with your whole team, prepared with you beforehand.', 32000, 'EUR', 120, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 15, 30, 4320, 90, 0, 60, '[{"hours":168,"percent":100,"move":true,"moves":1},{"hours":72,"percent":50,"move":false,"moves":0},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 2, @now - interval 292 day),
  (1, 7, 3, 'first', 'First conversation', 'We look at your week and find the one thing that costs you most.', 0, 'EUR', 30, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 10, 240, 30, 0, 30, '[{"hours":2,"percent":100,"move":true,"moves":2},{"hours":0,"percent":0,"move":false,"moves":0}]', 1, 0, @now - interval 288 day),
  (1, 8, 3, 'rest', 'Rest session', 'Forty-five minutes, with a plan for the seven days after it.', 6500, 'EUR', 45, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 15, 720, 60, 0, 15, '[{"hours":24,"percent":100,"move":true,"moves":3},{"hours":0,"percent":0,"move":false,"moves":0,"no_show_move":true}]', 0, 1, @now - interval 288 day),
  (1, 9, 3, 'room', 'Session in the practice', 'An hour in a quiet room, with tea.', 7500, 'EUR', 60, 'in-person', '', 'Bernstorffstraße 118, 22767 Hamburg', 'Hamburg-Altona', 'Ring at Haddad, second courtyard, first floor. There is no lift.', '', 10, 10, 1440, 60, 0, 30, '[{"hours":24,"percent":100,"move":true,"moves":3},{"hours":0,"percent":0,"move":false,"moves":0,"no_show_move":true}]', 0, 2, @now - interval 288 day),
  (1, 10, 4, 'plan', 'Plan your month', 'An hour to set up four weeks, and a check by message in the middle.', 4500, 'EUR', 60, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 0, 600, 60, 0, 30, '[{"hours":24,"percent":100,"move":true,"moves":3},{"hours":0,"percent":0,"move":false,"moves":0,"no_show_move":true}]', 0, 0, @now - interval 284 day),
  (1, 11, 4, 'run', 'Run together', 'We run forty minutes and talk. You set the pace.', 5500, 'EUR', 60, 'in-person', '', 'Karl-Tauchnitz-Straße 1, 04107 Leipzig', 'Clara-Zetkin-Park, Leipzig', 'I wait at the northern gate in a yellow jacket.', 'Eat something light an hour before.', 15, 15, 1200, 60, 0, 30, '[{"hours":48,"percent":100,"move":true,"moves":2},{"hours":12,"percent":50,"move":true,"moves":1},{"hours":2,"percent":0,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 1, @now - interval 284 day),
  (1, 12, 5, 'first', 'First conversation', 'What is the decision you keep postponing?', 0, 'EUR', 30, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 10, 240, 30, 0, 30, '[{"hours":2,"percent":100,"move":true,"moves":2},{"hours":0,"percent":0,"move":false,"moves":0}]', 1, 0, @now - interval 280 day),
  (1, 13, 5, 'hour', 'The weekly hour', 'Sixty minutes, always the same structure, so that thinking gets the room.', 15000, 'EUR', 60, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 15, 1440, 60, 4, 30, '[{"hours":72,"percent":100,"move":true,"moves":2},{"hours":24,"percent":50,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 1, @now - interval 280 day),
  (1, 14, 5, 'lunch', 'Long lunch in Lisbon', 'Two hours at a table by the river. Lunch is included.', 28000, 'EUR', 120, 'in-person', '', 'Cais do Gás 1, 1200-161 Lisboa', 'Cais do Sodré, Lisbon', 'The table is booked under Carvalho.', '', 30, 30, 4320, 60, 0, 60, '[{"hours":168,"percent":100,"move":true,"moves":1},{"hours":72,"percent":50,"move":false,"moves":0},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 2, @now - interval 280 day),
  (1, 15, 6, 'rehearsal', 'Rehearsal', 'You speak, I listen, we repeat. Bring your real text.', 9000, 'EUR', 60, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', 'Send your text or slides a day before, as they are.', 0, 10, 720, 60, 0, 30, '[{"hours":72,"percent":100,"move":true,"moves":2},{"hours":24,"percent":50,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 0, @now - interval 276 day),
  (1, 16, 6, 'voice', 'Voice basics', 'Forty-five minutes on breath, pace and pauses.', 7000, 'EUR', 45, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 0, 720, 60, 0, 15, '[{"hours":24,"percent":100,"move":true,"moves":3},{"hours":0,"percent":0,"move":false,"moves":0,"no_show_move":true}]', 0, 1, @now - interval 276 day),
  (1, 17, 6, 'panel', 'Interview panel', 'Ninety minutes with hard questions, recorded for you.', 13500, 'EUR', 90, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 15, 15, 2880, 60, 0, 30, '[{"hours":72,"percent":100,"move":true,"moves":2},{"hours":24,"percent":50,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 2, @now - interval 276 day),
  (1, 18, 7, 'first', 'First conversation', 'Come as you are. We talk about one situation in which you went quiet.', 0, 'EUR', 30, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 10, 240, 30, 0, 30, '[{"hours":2,"percent":100,"move":true,"moves":2},{"hours":0,"percent":0,"move":false,"moves":0}]', 1, 0, @now - interval 272 day),
  (1, 19, 7, 'session', 'Confidence session', 'One situation, rehearsed until it feels ordinary.', 7000, 'EUR', 60, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 10, 720, 60, 0, 30, '[{"hours":48,"percent":100,"move":true,"moves":2},{"hours":12,"percent":50,"move":true,"moves":1},{"hours":2,"percent":0,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 1, @now - interval 272 day),
  (1, 20, 7, 'salary', 'Before the salary talk', 'Ninety minutes: your number, your reasons, their objections.', 11000, 'EUR', 90, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 15, 1440, 60, 0, 30, '[{"hours":72,"percent":100,"move":true,"moves":2},{"hours":24,"percent":50,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 2, @now - interval 272 day),
  (1, 21, 8, 'talk', 'Conversation', 'An hour without hurry.', 9500, 'EUR', 60, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 30, 2880, 60, 3, 30, '[{"hours":72,"percent":100,"move":true,"moves":2},{"hours":24,"percent":50,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 0, @now - interval 268 day),
  (1, 22, 8, 'salon', 'Conversation in Paris', 'The same hour in my study, with coffee.', 11000, 'EUR', 60, 'in-person', '', '12 rue de Savoie, 75006 Paris', 'Saint-Germain, Paris', 'Code 4B17, third floor, left. The lift takes two people.', '', 15, 30, 2880, 60, 3, 30, '[{"hours":72,"percent":100,"move":true,"moves":2},{"hours":24,"percent":50,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 1, @now - interval 268 day),
  (1, 23, 9, 'first', 'First conversation', 'Half an hour about your team and what you want to change in it.', 0, 'EUR', 30, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 10, 240, 30, 0, 30, '[{"hours":2,"percent":100,"move":true,"moves":2},{"hours":0,"percent":0,"move":false,"moves":0}]', 1, 0, @now - interval 264 day),
  (1, 24, 9, 'lead', 'Leadership session', 'One hour on one decision that involves other people.', 8500, 'EUR', 60, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 15, 720, 60, 0, 30, '[{"hours":72,"percent":100,"move":true,"moves":2},{"hours":24,"percent":50,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 1, @now - interval 264 day),
  (1, 25, 9, 'board', 'Board preparation', 'Two hours before the meeting you worry about.', 18000, 'EUR', 120, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 15, 15, 2880, 60, 0, 60, '[{"hours":168,"percent":100,"move":true,"moves":1},{"hours":72,"percent":50,"move":false,"moves":0},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 2, @now - interval 264 day),
  (1, 26, 10, 'first', 'First conversation', 'Bring a screenshot of last week.', 0, 'EUR', 30, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 10, 240, 30, 0, 30, '[{"hours":2,"percent":100,"move":true,"moves":2},{"hours":0,"percent":0,"move":false,"moves":0}]', 1, 0, @now - interval 260 day),
  (1, 27, 10, 'audit', 'Calendar audit', 'Ninety minutes through your last two weeks, line by line.', 6000, 'EUR', 90, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 0, 720, 60, 0, 30, '[{"hours":24,"percent":100,"move":true,"moves":3},{"hours":0,"percent":0,"move":false,"moves":0,"no_show_move":true}]', 0, 1, @now - interval 260 day),
  (1, 28, 10, 'check', 'Fortnightly check', 'Thirty minutes to keep what works.', 2500, 'EUR', 30, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 0, 240, 60, 0, 15, '[{"hours":24,"percent":100,"move":true,"moves":3},{"hours":0,"percent":0,"move":false,"moves":0,"no_show_move":true}]', 0, 2, @now - interval 260 day),
  (1, 29, 11, 'word', 'A word with Margaret', 'Fifty minutes and a cup of tea at both ends of the line.', 11000, 'EUR', 60, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 20, 1440, 60, 3, 30, '[{"hours":48,"percent":100,"move":true,"moves":2},{"hours":12,"percent":50,"move":true,"moves":1},{"hours":2,"percent":0,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 0, @now - interval 256 day),
  (1, 30, 11, 'study', 'In person in Bloomsbury', 'The same, across a table.', 14000, 'EUR', 75, 'in-person', '', '24 Great James Street, London WC1N 3ES', 'Bloomsbury, London', 'Bell 3. Two flights of stairs, no lift, a very old dog.', '', 15, 30, 2880, 60, 0, 15, '[{"hours":72,"percent":100,"move":true,"moves":2},{"hours":24,"percent":50,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 1, @now - interval 256 day),
  (1, 31, 12, 'first', 'First conversation', 'Where are you, and where do you want to be?', 0, 'EUR', 30, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 10, 240, 30, 0, 30, '[{"hours":2,"percent":100,"move":true,"moves":2},{"hours":0,"percent":0,"move":false,"moves":0}]', 1, 0, @now - interval 252 day),
  (1, 32, 12, 'move', 'Before or after the move', 'One hour, with a list for the coming two weeks.', 5500, 'EUR', 60, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 15, 720, 60, 0, 30, '[{"hours":24,"percent":100,"move":true,"moves":3},{"hours":0,"percent":0,"move":false,"moves":0,"no_show_move":true}]', 0, 1, @now - interval 252 day),
  (1, 33, 12, 'home', 'Coming home', 'Ninety minutes for returners and their partners.', 7500, 'EUR', 90, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 0, 1440, 60, 0, 30, '[{"hours":48,"percent":100,"move":true,"moves":2},{"hours":12,"percent":50,"move":true,"moves":1},{"hours":2,"percent":0,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 2, @now - interval 252 day),
  (1, 34, 13, 'numbers', 'Three numbers', 'An hour of preparation for one negotiation.', 9000, 'EUR', 60, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 0, 720, 60, 0, 30, '[{"hours":72,"percent":100,"move":true,"moves":2},{"hours":24,"percent":50,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 0, @now - interval 248 day),
  (1, 35, 13, 'play', 'Play it through', 'I am the other side. You get the recording of your part.', 11500, 'EUR', 75, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 15, 1440, 60, 0, 15, '[{"hours":72,"percent":100,"move":true,"moves":2},{"hours":24,"percent":50,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 1, @now - interval 248 day),
  (1, 36, 14, 'first', 'First conversation', 'What is half finished, and since when?', 0, 'EUR', 30, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 10, 240, 30, 0, 30, '[{"hours":2,"percent":100,"move":true,"moves":2},{"hours":0,"percent":0,"move":false,"moves":0}]', 1, 0, @now - interval 244 day),
  (1, 37, 14, 'pages', 'Ten pages', 'You send ten pages, I read them, we talk for an hour.', 9500, 'EUR', 60, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', 'Send the pages three days before.', 45, 10, 4320, 60, 0, 30, '[{"hours":72,"percent":100,"move":true,"moves":2},{"hours":24,"percent":50,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 1, @now - interval 244 day),
  (1, 38, 14, 'nudge', 'The nudge', 'Thirty minutes a week to keep it moving.', 4000, 'EUR', 30, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 0, 720, 60, 0, 15, '[{"hours":24,"percent":100,"move":true,"moves":3},{"hours":0,"percent":0,"move":false,"moves":0,"no_show_move":true}]', 0, 2, @now - interval 244 day),
  (1, 39, 15, 'first', 'First conversation', 'Thirty minutes, no slides, no pitch.', 0, 'EUR', 30, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 10, 240, 30, 0, 30, '[{"hours":2,"percent":100,"move":true,"moves":2},{"hours":0,"percent":0,"move":false,"moves":0}]', 1, 0, @now - interval 240 day),
  (1, 40, 15, 'next', 'What next session', 'One hour on the step in front of you.', 14000, 'EUR', 60, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 15, 1440, 60, 0, 30, '[{"hours":72,"percent":100,"move":true,"moves":2},{"hours":24,"percent":50,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 1, @now - interval 240 day),
  (1, 41, 15, 'coffee', 'Coffee in Brooklyn', 'Seventy-five minutes, outside when the sun is.', 16500, 'EUR', 75, 'in-person', '', '55 Water Street, Brooklyn, NY 11201', 'Dumbo, Brooklyn', 'Ask for Marcus at the counter.', '', 20, 20, 2880, 60, 0, 15, '[{"hours":48,"percent":100,"move":true,"moves":2},{"hours":12,"percent":50,"move":true,"moves":1},{"hours":2,"percent":0,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 2, @now - interval 240 day),
  (1, 42, 16, 'first', 'First conversation', 'A first talk for one parent. No teenager needed yet.', 0, 'EUR', 30, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 10, 240, 30, 0, 30, '[{"hours":2,"percent":100,"move":true,"moves":2},{"hours":0,"percent":0,"move":false,"moves":0}]', 1, 0, @now - interval 236 day),
  (1, 43, 16, 'parents', 'For parents', 'One hour, one or two parents.', 7500, 'EUR', 60, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 15, 1440, 60, 0, 30, '[{"hours":48,"percent":100,"move":true,"moves":2},{"hours":12,"percent":50,"move":true,"moves":1},{"hours":2,"percent":0,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 1, @now - interval 236 day),
  (1, 44, 16, 'family', 'All together', 'Seventy-five minutes with the whole family.', 10500, 'EUR', 75, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 15, 15, 2880, 60, 0, 15, '[{"hours":72,"percent":100,"move":true,"moves":2},{"hours":24,"percent":50,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 2, @now - interval 236 day),
  (1, 45, 17, 'first', 'First conversation', 'Thirty minutes to sort out which of the two it is.', 0, 'EUR', 30, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 10, 240, 30, 0, 30, '[{"hours":2,"percent":100,"move":true,"moves":2},{"hours":0,"percent":0,"move":false,"moves":0}]', 1, 0, @now - interval 232 day),
  (1, 46, 17, 'steady', 'Steady session', 'One hour, every two weeks works best.', 6000, 'EUR', 60, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 10, 600, 60, 0, 30, '[{"hours":24,"percent":100,"move":true,"moves":3},{"hours":0,"percent":0,"move":false,"moves":0,"no_show_move":true}]', 0, 1, @now - interval 232 day),
  (1, 47, 17, 'sick', 'Back after sick leave', 'Ninety minutes before your first day at work.', 8500, 'EUR', 90, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 15, 1440, 60, 0, 30, '[{"hours":48,"percent":100,"move":true,"moves":2},{"hours":12,"percent":50,"move":true,"moves":1},{"hours":2,"percent":0,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 2, @now - interval 232 day),
  (1, 48, 18, 'first', 'First conversation', 'A first kōrero of half an hour.', 0, 'EUR', 30, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 10, 240, 30, 0, 30, '[{"hours":2,"percent":100,"move":true,"moves":2},{"hours":0,"percent":0,"move":false,"moves":0}]', 1, 0, @now - interval 228 day),
  (1, 49, 18, 'stand', 'Session', 'One hour. Mornings in Auckland are evenings in Europe.', 8000, 'EUR', 60, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 15, 720, 60, 0, 30, '[{"hours":72,"percent":100,"move":true,"moves":2},{"hours":24,"percent":50,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 1, @now - interval 228 day),
  (1, 50, 18, 'harbour', 'Harbour walk', 'Ninety minutes on foot, good for thinking.', 9500, 'EUR', 90, 'in-person', '', '139 Quay Street, Auckland 1010', 'Auckland waterfront', 'We meet under the clock of the Ferry Building.', '', 20, 20, 1440, 60, 0, 30, '[{"hours":48,"percent":100,"move":true,"moves":2},{"hours":12,"percent":50,"move":true,"moves":1},{"hours":2,"percent":0,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 2, @now - interval 228 day),
  (1, 51, 19, 'one', 'One side', 'Seventy-five minutes with the one who leaves or the one who follows.', 16000, 'EUR', 75, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 30, 2880, 60, 2, 15, '[{"hours":168,"percent":100,"move":true,"moves":1},{"hours":72,"percent":50,"move":false,"moves":0},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 0, @now - interval 224 day),
  (1, 52, 19, 'table', 'Both at the table', 'Two hours in Milan, with an agenda we write before.', 34000, 'EUR', 120, 'in-person', '', 'Via Solferino 19, 20121 Milano', 'Brera, Milan', 'First floor, the brass bell. Lift on the left.', '', 30, 60, 10080, 120, 0, 60, '[{"hours":168,"percent":100,"move":true,"moves":1},{"hours":72,"percent":50,"move":false,"moves":0},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 1, @now - interval 224 day),
  (1, 53, 20, 'first', 'First conversation', 'Tell me about the job, in English, as well as you can.', 0, 'EUR', 30, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 10, 240, 30, 0, 30, '[{"hours":2,"percent":100,"move":true,"moves":2},{"hours":0,"percent":0,"move":false,"moves":0}]', 1, 0, @now - interval 220 day),
  (1, 54, 20, 'mock', 'Mock interview', 'Forty-five minutes of questions, fifteen of honest words.', 5000, 'EUR', 60, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 10, 360, 60, 0, 30, '[{"hours":24,"percent":100,"move":true,"moves":3},{"hours":0,"percent":0,"move":false,"moves":0,"no_show_move":true}]', 0, 1, @now - interval 220 day),
  (1, 55, 20, 'quick', 'The evening before', 'Thirty minutes for nerves.', 3000, 'EUR', 30, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 0, 60, 60, 0, 15, '[{"hours":24,"percent":100,"move":true,"moves":3},{"hours":0,"percent":0,"move":false,"moves":0,"no_show_move":true}]', 0, 2, @now - interval 220 day),
  (1, 56, 21, 'start', 'Start plan', 'Forty-five minutes and eight weeks on one sheet of paper.', 4000, 'EUR', 45, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 0, 360, 60, 0, 15, '[{"hours":24,"percent":100,"move":true,"moves":3},{"hours":0,"percent":0,"move":false,"moves":0,"no_show_move":true}]', 0, 0, @now - interval 216 day),
  (1, 57, 21, 'track', 'On the track', 'One hour on the track, drills and breathing.', 5000, 'EUR', 60, 'in-person', '', 'Morton Stadium, Swords Road, Dublin 9', 'Santry, Dublin', 'Meet at the main gate.', '', 15, 15, 1440, 60, 0, 30, '[{"hours":48,"percent":100,"move":true,"moves":2},{"hours":12,"percent":50,"move":true,"moves":1},{"hours":2,"percent":0,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 1, @now - interval 216 day),
  (1, 58, 22, 'first', 'First conversation', 'What would you stop doing if you could?', 0, 'EUR', 30, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 10, 240, 30, 0, 30, '[{"hours":2,"percent":100,"move":true,"moves":2},{"hours":0,"percent":0,"move":false,"moves":0}]', 1, 0, @now - interval 212 day),
  (1, 59, 22, 'page', 'One page, part by part', 'Ninety minutes. Most people need three of these.', 12500, 'EUR', 90, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 15, 1440, 60, 3, 30, '[{"hours":72,"percent":100,"move":true,"moves":2},{"hours":24,"percent":50,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 1, @now - interval 212 day),
  (1, 60, 22, 'review', 'Yearly review', 'One hour, a year later.', 9000, 'EUR', 60, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 0, 1440, 60, 0, 30, '[{"hours":48,"percent":100,"move":true,"moves":2},{"hours":12,"percent":50,"move":true,"moves":1},{"hours":2,"percent":0,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 2, @now - interval 212 day),
  (1, 61, 23, 'first', 'First conversation', 'There is nothing you need to prepare.', 0, 'EUR', 30, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 10, 240, 30, 0, 30, '[{"hours":2,"percent":100,"move":true,"moves":2},{"hours":0,"percent":0,"move":false,"moves":0}]', 1, 0, @now - interval 208 day),
  (1, 62, 23, 'slow', 'Session', 'One hour, at your pace.', 5500, 'EUR', 60, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 30, 720, 60, 4, 30, '[{"hours":24,"percent":100,"move":true,"moves":3},{"hours":0,"percent":0,"move":false,"moves":0,"no_show_move":true}]', 0, 1, @now - interval 208 day),
  (1, 63, 23, 'short', 'Short session', 'Thirty minutes for heavy days.', 3000, 'EUR', 30, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 15, 120, 60, 0, 15, '[{"hours":24,"percent":100,"move":true,"moves":3},{"hours":0,"percent":0,"move":false,"moves":0,"no_show_move":true}]', 0, 2, @now - interval 208 day),
  (1, 64, 24, 'first', 'First conversation', 'Explain your job to me as if I were your aunt.', 0, 'EUR', 30, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 10, 240, 30, 0, 30, '[{"hours":2,"percent":100,"move":true,"moves":2},{"hours":0,"percent":0,"move":false,"moves":0}]', 1, 0, @now - interval 204 day),
  (1, 65, 24, 'clear', 'Say it clearly', 'One hour on a talk, a mail or a meeting of yours.', 9500, 'EUR', 60, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 10, 720, 60, 0, 30, '[{"hours":72,"percent":100,"move":true,"moves":2},{"hours":24,"percent":50,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 1, @now - interval 204 day),
  (1, 66, 24, 'shadow', 'Meeting review', 'You send a recording, we look at it for forty-five minutes.', 8000, 'EUR', 45, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 30, 10, 2880, 60, 0, 15, '[{"hours":72,"percent":100,"move":true,"moves":2},{"hours":24,"percent":50,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 2, @now - interval 204 day),
  (1, 67, 25, 'breath', 'Breath and voice', 'One hour.', 7000, 'EUR', 60, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 0, 720, 60, 0, 30, '[{"hours":72,"percent":100,"move":true,"moves":2},{"hours":24,"percent":50,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 0, @now - interval 200 day),
  (1, 68, 26, 'money', 'Money talk', 'One hour.', 6500, 'EUR', 60, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 0, 720, 60, 0, 30, '[{"hours":72,"percent":100,"move":true,"moves":2},{"hours":24,"percent":50,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 0, @now - interval 196 day),
  (1, 69, 27, 'fast', 'Fast lane', 'Half an hour.', 20000, 'EUR', 30, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 0, 720, 60, 0, 30, '[{"hours":72,"percent":100,"move":true,"moves":2},{"hours":24,"percent":50,"move":true,"moves":1},{"hours":0,"percent":0,"move":false,"moves":0}]', 0, 0, @now - interval 192 day),
  (2, 70, 40, 'first', 'First lesson', 'Half an hour to hear you speak.', 0, 'EUR', 30, 'online', 'https://meet.jit.si/praxis-demo-{no}', '', '', '', '', 0, 0, 240, 60, 0, 30, '[{"hours":2,"percent":100,"move":true,"moves":2},{"hours":0,"percent":0,"move":false,"moves":0}]', 1, 0, @now - interval 140 day),
  (2, 71, 40, 'lesson', 'Lesson', 'An hour in the studio, with a piano.', 6000, 'EUR', 60, 'in-person', '', 'Via dei Serpenti 35, 00184 Roma', 'Monti, Rome', 'Second courtyard, red door.', '', 0, 15, 720, 60, 0, 30, '[{"hours":24,"percent":100,"move":true,"moves":3},{"hours":0,"percent":0,"move":false,"moves":0,"no_show_move":true}]', 0, 1, @now - interval 140 day);

-- Bookings: what differs is told here, everything else follows from it by the statements below.
-- held: minutes from now until an unpaid hold ends. ahead: days before the start at which it was
-- cancelled. back: percent of the price that was given back.
set @quarter = from_unixtime(ceil(unix_timestamp(@now) / 900) * 900);
create temporary table demo_booking (
  id int primary key, no char(8), order_no char(8), account_id int, service_id int, state varchar(10),
  starts_at datetime, held int, ahead int, cancelled_by varchar(8), reason varchar(200), back int, note varchar(200));
insert into demo_booking values
  (1, 'GMCFC7JY', 'F90H1ZBC', 1, 2, 'Confirmed', @monday + interval '8 09:00' day_minute, 0, 0, null, '', 0, 'I have an offer on the table and two weeks to decide.'),
  (2, 'RBNM75GY', 'DEC45CW4', 1, 15, 'Confirmed', @monday + interval '17 02:00' day_minute, 0, 0, null, '', 0, ''),
  (3, '6DN56X56', 'HW7P3SFE', 1, 27, 'Confirmed', date(@now) + interval '2 05:00' day_minute, 0, 0, null, '', 0, ''),
  (4, 'YS8R023Z', '2PV7GZ3Y', 1, 13, 'Confirmed', date(@now) + interval '2 11:00' day_minute, 0, 0, null, '', 0, ''),
  (5, '69K51ZPT', '03Y910F5', 1, 55, 'Confirmed', @quarter + interval 30 minute, 0, 0, null, '', 0, 'The interview is tomorrow at nine.'),
  (6, 'X7RY68FG', 'D5AA913E', 1, 8, 'Completed', @monday - interval 6 day + interval '14:00' hour_minute, 0, 0, null, '', 0, ''),
  (7, 'RTZH6YTJ', 'HJXC1Z42', 1, 1, 'Completed', @monday - interval 35 day + interval '09:00' hour_minute, 0, 0, null, '', 0, 'Should I stay or should I go?'),
  (8, '19056D5V', 'A6RJXZSC', 1, 2, 'Completed', @monday - interval 27 day + interval '09:00' hour_minute, 0, 0, null, '', 0, ''),
  (9, 'VGJ5MMCH', 'QYSSGRK5', 1, 2, 'Completed', @monday - interval 13 day + interval '09:00' hour_minute, 0, 0, null, '', 0, ''),
  (10, 'H698Q3D3', '178HAN3R', 1, 40, 'Cancelled', @monday - interval 5 day + interval '15:00' hour_minute, 0, 5, 'client', '', 100, ''),
  (11, '5K5QX03W', '9ZS4V072', 1, 21, 'Cancelled', @monday + interval '9 09:30' day_minute, 0, 0, 'coach', 'I have to be in court as a witness that day.', 100, ''),
  (12, 'R82GGB54', '2R4BYDMM', 1, 24, 'NoShow', @monday - interval 18 day + interval '07:00' hour_minute, 0, 0, null, '', 0, ''),
  (13, 'YECZVRCS', '6DKNNVCP', 1, 43, 'Cancelled', @monday - interval 42 day + interval '14:00' hour_minute, 0, 7, 'system', 'not paid', 0, ''),
  (14, 'DGPEAP9G', 'WJKZF6Y4', 1, 19, 'Pending', @monday + interval '10 14:00' day_minute, 35, 0, null, '', 0, ''),
  (15, 'HJB0JTVV', 'S6WPYZRA', 1, 29, 'Cancelled', @monday - interval 11 day + interval '11:00' hour_minute, 0, 2, 'client', 'My son is ill.', 50, ''),
  (16, 'RRVG1KJW', 'W14RNQH7', 1, 3, 'Confirmed', @monday + interval '24 12:00' day_minute, 0, 0, null, '', 0, ''),
  (17, 'PP97W9A3', 'ZJNP5G8B', 41, 2, 'Pending', @monday + interval '9 09:00' day_minute, 720, 0, null, '', 0, ''),
  (18, 'NV1Y6VEC', '2Y6V1513', 41, 5, 'Completed', @monday - interval 12 day + interval '08:00' hour_minute, 0, 0, null, '', 0, ''),
  (19, 'PZXHS4CQ', 'E2ABDHPK', 41, 5, 'Confirmed', @monday + interval '9 08:00' day_minute, 0, 0, null, '', 0, 'One of my people wants to leave.'),
  (20, '35CQWYF7', 'YWRTX6QA', 41, 2, 'Completed', @monday - interval 18 day + interval '13:00' hour_minute, 0, 0, null, '', 0, ''),
  (21, '7ZEJMGNY', 'QME121F1', 42, 2, 'Confirmed', @monday + interval '8 13:00' day_minute, 0, 0, null, '', 0, 'Please speak slowly, my English is still new.'),
  (22, 'V5DVEZFK', 'NF7NZZBS', 42, 37, 'Completed', @monday - interval 13 day + interval '09:00' hour_minute, 0, 0, null, '', 0, ''),
  (23, 'YT9B123A', '1QZGX5HV', 43, 2, 'Completed', @monday - interval 7 day + interval '10:00' hour_minute, 0, 0, null, '', 0, ''),
  (24, '6X28QXB6', 'AHJ7QG0A', 43, 51, 'Confirmed', @monday + interval '14 09:30' day_minute, 0, 0, null, '', 0, ''),
  (25, 'JHWETGNB', '0YB21VRD', 44, 32, 'Confirmed', @monday + interval '7 05:00' day_minute, 0, 0, null, '', 0, ''),
  (26, 'S87K6NKD', 'XFHS6817', 44, 1, 'Confirmed', @monday + interval '7 10:00' day_minute, 0, 0, null, '', 0, 'Returning after four years with the children.'),
  (27, '18KT7WH8', 'F9Z5NEVS', 45, 59, 'Completed', @monday - interval 6 day + interval '10:00' hour_minute, 0, 0, null, '', 0, ''),
  (28, 'RS1CD2DS', 'V769P9AK', 45, 2, 'Cancelled', @monday + interval '15 10:00' day_minute, 0, 0, 'client', '', 100, ''),
  (29, 'W84440TH', 'SJ9EX1TX', 46, 40, 'Confirmed', @monday + interval '7 15:00' day_minute, 0, 0, null, '', 0, ''),
  (30, 'TSGQ27EK', '36KJ6WVD', 46, 2, 'NoShow', @monday - interval 12 day + interval '13:00' hour_minute, 0, 0, null, '', 0, ''),
  (31, 'VM41JVMJ', 'K1KHP5C1', 46, 49, 'Confirmed', @monday + interval '15 20:00' day_minute, 0, 0, null, '', 0, ''),
  (32, 'ZY7NR3RK', 'FAE0SZ2V', 43, 2, 'Confirmed', @monday + interval '16 09:00' day_minute, 0, 0, null, '', 0, '');

-- Made ten days before the start, or three days ago at the latest; cancelled so many days ahead of
-- the start, or yesterday.
create temporary table demo_full as
  select d.*, s.tenant_id, s.coach_id, s.price_minor price, s.price_minor * t.fee_bp div 10000 fee,
         s.price_minor * d.back div 100 refund, d.starts_at + interval s.minutes minute ends_at,
         least(d.starts_at - interval 10 day, @now - interval 3 day) + interval if(d.state = 'Pending', 3, 0) day made_at,
         if(d.ahead > 0, d.starts_at - interval d.ahead day, @now - interval 1 day) undone_at
    from demo_booking d join service s on s.id = d.service_id join tenant t on t.id = s.tenant_id;
update demo_full set made_at = @now where state = 'Pending';

insert into client_order (tenant_id, id, no, account_id, state, total_minor, currency, hold_until, terms_version, terms_at, created_at, paid_at)
  select tenant_id, id, order_no, account_id,
         case when state = 'Pending' then 'open' when cancelled_by = 'system' then 'lapsed' else 'paid' end,
         price, 'EUR', if(state = 'Pending', @now + interval held minute, made_at + interval 35 minute),
         if(state = 'Pending', null, 2), if(state = 'Pending', null, made_at + interval 2 minute), made_at,
         if(state = 'Pending' or cancelled_by <=> 'system', null, made_at + interval 4 minute)
    from demo_full;
insert into booking (tenant_id, id, no, order_id, coach_id, service_id, account_id, state, starts_at, ends_at, before_min, after_min,
    zone, zone_client, coach_name, client_name, service_name, mode, meeting_url, place, access_note, prepare_note,
    price_minor, fee_minor, payout_minor, currency, policy, discovery, note, created_at, confirmed_at, ended_at,
    cancelled_by, cancel_reason, refund_minor)
  select d.tenant_id, d.id, d.no, d.id, d.coach_id, d.service_id, d.account_id, d.state, d.starts_at, d.ends_at, s.before_min, s.after_min,
         c.zone, a.zone, c.name, a.name, s.name, s.mode, s.meeting_url, s.place, s.access_note, s.prepare_note,
         d.price, d.fee, d.price - d.fee, 'EUR', s.policy, s.discovery, d.note, d.made_at,
         if(d.state = 'Pending' or d.cancelled_by <=> 'system', null, d.made_at + interval 4 minute),
         case when d.cancelled_by <=> 'system' then d.made_at + interval 35 minute when d.state = 'Cancelled' then d.undone_at
              when d.state in ('Completed', 'NoShow') then d.ends_at + interval 1 day end,
         d.cancelled_by, d.reason, d.refund
    from demo_full d join service s on s.id = d.service_id join coach c on c.id = d.coach_id join account a on a.id = d.account_id;
-- Time that is taken: while a session is ahead or was held, not once it was cancelled.
insert into block (tenant_id, coach_id, booking_id, starts_at, ends_at, hold_until)
  select tenant_id, coach_id, id, starts_at - interval before_min minute, ends_at + interval after_min minute,
         (select o.hold_until from client_order o where o.id = booking.order_id and booking.state = 'Pending')
    from booking where state <> 'Cancelled';
insert into payment (tenant_id, id, order_id, attempt, state, amount_minor, currency, session_ref, intent_ref, charge_ref, card, expires_at, created_at, checked_at, paid_at)
  select tenant_id, id, id, 1, 'paid', price, 'EUR', concat('cs_test_demo', lpad(id, 2, 0)), concat('pi_demo', lpad(id, 2, 0)),
         concat('ch_demo', lpad(id, 2, 0)), 'Visa 4242', made_at + interval 32 minute, made_at + interval 2 minute,
         made_at + interval 4 minute, made_at + interval 4 minute
    from demo_full where price > 0 and state <> 'Pending' and not cancelled_by <=> 'system';
insert into refund (tenant_id, id, payment_id, booking_id, cause, amount_minor, currency, state, ref, created_at, done_at)
  select tenant_id, id, id, id, 'cancelled', refund, 'EUR', 'succeeded', concat('re_demo', lpad(id, 2, 0)), undone_at, undone_at + interval 5 second
    from demo_full where refund > 0;

-- The ledger, as model/ledger writes it: paid, then earned, or given back in part or in full.
insert into ledger (tenant_id, once, from_account, to_account, amount_minor, currency, order_id, booking_id, payment_id, at)
  select d.tenant_id, concat('paid:', d.id), 'client', 'held', d.price, 'EUR', d.id, d.id, d.id, p.paid_at
    from demo_full d join payment p on p.id = d.id;
insert into ledger (tenant_id, once, from_account, to_account, amount_minor, currency, order_id, booking_id, refund_id, at)
  select tenant_id, concat('refund:', id), 'held', 'client', refund, 'EUR', id, id, id, undone_at from demo_full where refund > 0;
insert into ledger (tenant_id, once, from_account, to_account, amount_minor, currency, order_id, booking_id, at)
  select tenant_id, concat('earned:', id), 'held', 'coach', (price - fee) * (100 - back) div 100, 'EUR', id, id,
         if(state = 'Cancelled', undone_at, ends_at + interval 1 day)
    from demo_full where price > 0 and back < 100 and (state in ('Completed', 'NoShow') or cancelled_by = 'client')
   union all
  select tenant_id, concat('fee:', id), 'held', 'fee', fee * (100 - back) div 100, 'EUR', id, id,
         if(state = 'Cancelled', undone_at, ends_at + interval 1 day)
    from demo_full where price > 0 and back < 100 and (state in ('Completed', 'NoShow') or cancelled_by = 'client');

-- Mail that went out about them, and refunds that were sent on.
insert into outbox (tenant_id, once, kind, template, account_id, booking_id, state, due_at, tries, answer, created_at, done_at)
  select b.tenant_id, concat('confirmed:', b.id, ':client'), 'mail', 'confirmed', b.account_id, b.id, 'done', b.confirmed_at, 1, '250 OK', b.confirmed_at, b.confirmed_at + interval 2 second
    from booking b where b.confirmed_at is not null
   union all
  select b.tenant_id, concat('booked:', b.id, ':coach'), 'mail', 'booked', c.account_id, b.id, 'done', b.confirmed_at, 1, '250 OK', b.confirmed_at, b.confirmed_at + interval 2 second
    from booking b join coach c on c.id = b.coach_id where b.confirmed_at is not null
   union all
  select b.tenant_id, concat('cancelled:', b.id, ':1:client'), 'mail', 'cancelled', b.account_id, b.id, 'done', b.ended_at, 1, '250 OK', b.ended_at, b.ended_at + interval 2 second
    from booking b where b.state = 'Cancelled' and b.confirmed_at is not null;
insert into outbox (tenant_id, once, kind, booking_id, refund_id, state, due_at, tries, answer, created_at, done_at)
  select tenant_id, concat('refund:', id, ':1'), 'refund', booking_id, id, 'done', created_at, 1, ref, created_at, done_at from refund;

drop temporary table demo_full, demo_booking;

-- The directory: who may be found. The job fills in words, price and the next free time.
insert into listing (tenant_id, coach_id, slug, name, headline, picture, city, country, zone, specialties, languages, online, in_person,
    price_minor, currency, words, checked_at, stale)
  select c.tenant_id, c.id, c.slug, c.name, c.headline, c.picture, c.city, c.country, c.zone, '', '', 0, 0, 0, 'EUR', c.name, @now, 1
    from coach c where c.status = 'Approved' and exists (select 1 from service s where s.coach_id = c.id and s.active = 1);
