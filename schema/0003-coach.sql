-- Coaches, what they sell, and when they work.

create table coach (
  tenant_id     bigint not null,
  id            bigint not null auto_increment,
  account_id    bigint not null,
  slug          varchar(80) character set ascii not null,
  status        varchar(12) character set ascii not null default 'Pending',
  status_reason varchar(500) not null default '',
  status_at     datetime not null,
  name          varchar(120) not null,
  headline      varchar(160) not null default '',
  bio           text not null default '',
  custom_specialty varchar(120) not null default '',
  city          varchar(80) not null default '',
  country       char(2) character set ascii not null default '' comment 'ISO 3166-1 alpha-2',
  zone          varchar(64) character set ascii not null comment 'IANA name; hours and policy borders are read in it',
  picture       varchar(120) character set ascii not null default '' comment 'below /img or /media',
  created_at    datetime not null,
  primary key (id),
  unique key coach_row (tenant_id, id),
  unique key coach_slug (tenant_id, slug),
  unique key coach_account (tenant_id, account_id),
  constraint coach_tenant foreign key (tenant_id) references tenant (id),
  constraint coach_member foreign key (tenant_id, account_id) references membership (tenant_id, account_id),
  constraint coach_status check (status in ('Pending', 'Approved', 'Suspended', 'Rejected'))
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;

-- What a coach can be found by: specialties and languages.
create table coach_tag (
  tenant_id     bigint not null,
  coach_id      bigint not null,
  kind          varchar(10) character set ascii not null comment 'specialty, language',
  tag           varchar(60) not null,
  position      int not null default 0,
  primary key (tenant_id, coach_id, kind, tag),
  key coach_tag_find (tenant_id, kind, tag, coach_id),
  constraint coach_tag_coach foreign key (tenant_id, coach_id) references coach (tenant_id, id) on delete cascade,
  constraint coach_tag_kind check (kind in ('specialty', 'language'))
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;

create table service (
  tenant_id     bigint not null,
  id            bigint not null auto_increment,
  coach_id      bigint not null,
  slug          varchar(80) character set ascii not null,
  name          varchar(120) not null,
  description   text not null default '',
  price_minor   bigint not null comment '0: free, no card',
  currency      char(3) character set ascii not null,
  minutes       int not null,
  mode          varchar(10) character set ascii not null comment 'online, in-person',
  meeting_url   varchar(300) character set ascii not null default '' comment 'online: fixed room, or a pattern in which {no} is the booking',
  place         varchar(300) not null default '' comment 'in person: the address, shown after booking',
  place_public  varchar(120) not null default '' comment 'in person: what everybody may know, such as the quarter',
  access_note   varchar(500) not null default '' comment 'bell, floor, lift; shown after booking',
  prepare_note  varchar(1000) not null default '',
  before_min    int not null default 0 comment 'buffers in minutes: part of the block, so no other booking fits inside',
  after_min     int not null default 0,
  notice_min    int not null default 720 comment 'latest booking before the start',
  horizon_days  int not null default 60,
  daily_cap     int not null default 0 comment '0: none; counts all sessions of the coach on that local day',
  step_min      int not null default 30,
  policy        varchar(1000) character set ascii not null comment 'JSON, see model/policy.h',
  discovery     tinyint not null default 0 comment 'once per client',
  premium       tinyint not null default 0,
  active        tinyint not null default 1,
  position      int not null default 0,
  created_at    datetime not null,
  primary key (id),
  unique key service_row (tenant_id, id),
  unique key service_slug (tenant_id, coach_id, slug),
  unique key service_coach (tenant_id, id, coach_id),
  constraint service_coach foreign key (tenant_id, coach_id) references coach (tenant_id, id),
  constraint service_price check (price_minor between 0 and 99999999),
  constraint service_minutes check (minutes between 15 and 480 and minutes mod 15 = 0),
  constraint service_mode check (mode in ('online', 'in-person')),
  constraint service_buffers check (before_min between 0 and 240 and after_min between 0 and 240),
  constraint service_step check (step_min in (5, 10, 15, 20, 30, 45, 60, 90, 120)),
  constraint service_limits check (notice_min between 0 and 43200 and horizon_days between 1 and 365 and daily_cap between 0 and 50)
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;

-- One row per coach. Whoever changes what is busy first raises version, as the first write of the
-- transaction: that puts writers in a row on one node and makes them conflict on a cluster.
create table calendar (
  tenant_id     bigint not null,
  coach_id      bigint not null,
  version       bigint not null default 0,
  driver        varchar(8) character set ascii not null default 'local',
  primary key (tenant_id, coach_id),
  constraint calendar_coach foreign key (tenant_id, coach_id) references coach (tenant_id, id),
  constraint calendar_driver check (driver in ('local', 'caleu'))
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;

-- Opening hours in the coach's wall time, minutes from midnight; to_min 1440 is the end of the day.
create table weekly_hours (
  tenant_id     bigint not null,
  coach_id      bigint not null,
  weekday       tinyint not null comment '1 Monday to 7 Sunday',
  from_min      int not null,
  to_min        int not null,
  primary key (tenant_id, coach_id, weekday, from_min),
  constraint weekly_hours_coach foreign key (tenant_id, coach_id) references coach (tenant_id, id) on delete cascade,
  constraint weekly_hours_sane check (weekday between 1 and 7 and from_min >= 0 and from_min < to_min and to_min <= 1440)
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;

-- A date with hours of its own replaces the weekly hours of that date; from_min = to_min = 0: closed.
create table date_hours (
  tenant_id     bigint not null,
  coach_id      bigint not null,
  day           date not null,
  from_min      int not null,
  to_min        int not null,
  primary key (tenant_id, coach_id, day, from_min),
  constraint date_hours_coach foreign key (tenant_id, coach_id) references coach (tenant_id, id) on delete cascade,
  constraint date_hours_sane check (from_min >= 0 and to_min <= 1440 and (from_min < to_min or (from_min = 0 and to_min = 0)))
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;

create table away (
  tenant_id     bigint not null,
  id            bigint not null auto_increment,
  coach_id      bigint not null,
  starts_at     datetime not null,
  ends_at       datetime not null,
  note          varchar(200) not null default '',
  primary key (id),
  key away_coach (tenant_id, coach_id, ends_at),
  constraint away_coach foreign key (tenant_id, coach_id) references coach (tenant_id, id) on delete cascade,
  constraint away_sane check (starts_at < ends_at)
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;

-- The directory. A row exists exactly for an approved coach with an active service, so nobody else
-- can be found. Kept by model/listing from coach, coach_tag, service and the calendar.
create table listing (
  tenant_id     bigint not null,
  coach_id      bigint not null,
  slug          varchar(80) character set ascii not null,
  name          varchar(120) not null,
  headline      varchar(160) not null,
  picture       varchar(120) character set ascii not null,
  city          varchar(80) not null,
  country       char(2) character set ascii not null,
  zone          varchar(64) character set ascii not null,
  specialties   varchar(400) not null comment 'the first few, separated by a line feed, for the card',
  languages     varchar(200) not null,
  online        tinyint not null,
  in_person     tinyint not null,
  price_minor   bigint not null comment 'the least of the active services, first conversations left out',
  currency      char(3) character set ascii not null,
  next_free_at  datetime not null default '9999-01-01' comment 'first free start; 9999: none within the horizon',
  words         text not null comment 'name, headline, specialties, place and bio for the search',
  checked_at    datetime not null,
  stale         tinyint not null default 0 comment 'something changed: next_free_at is computed again soon',
  primary key (tenant_id, coach_id),
  key listing_next (tenant_id, next_free_at, coach_id),
  key listing_price (tenant_id, price_minor, coach_id),
  key listing_name (tenant_id, name, coach_id),
  key listing_city (tenant_id, country, city, next_free_at, coach_id),
  key listing_stale (stale, next_free_at),
  key listing_checked (checked_at),
  fulltext key listing_words (words),
  constraint listing_coach foreign key (tenant_id, coach_id) references coach (tenant_id, id) on delete cascade
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;

-- What can be chosen in the directory. Counting it from coach_tag at every look costs more than the
-- look; so refreshing a listing adds what it has, and a job takes away what nobody has any more.
create table listing_facet (
  tenant_id     bigint not null,
  kind          varchar(10) character set ascii not null comment 'specialty, language, place',
  country       char(2) character set ascii not null default '' comment 'place only',
  value         varchar(80) not null comment 'the tag; place: the city, or nothing',
  checked_at    datetime not null,
  primary key (tenant_id, kind, country, value),
  key listing_facet_checked (checked_at),
  constraint listing_facet_tenant foreign key (tenant_id) references tenant (id)
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;
