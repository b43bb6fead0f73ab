-- People. An account is global; what it may do in a tenant says membership.
-- All times are UTC. All hashes are SHA-256 in lower-case hex: who reads the table cannot sign in.

create table account (
  id            bigint not null auto_increment,
  mail          varchar(254) character set ascii collate ascii_general_ci not null comment 'where we write, and the name to sign in with',
  name          varchar(120) not null comment 'as shown to coaches and clients',
  password      varchar(200) character set ascii collate ascii_bin null comment 'argon2id, encoded; null: not set yet',
  zone          varchar(64) character set ascii not null comment 'IANA name',
  language      varchar(8) character set ascii not null default 'en',
  picture       varchar(120) character set ascii null,
  verified_at   datetime null comment 'the mail address was proven; before that nothing can be booked',
  totp_sealed   varchar(400) character set ascii collate ascii_bin null comment 'AES-256-GCM, purpose totp, row id',
  totp_at       datetime null comment 'second factor in force since',
  totp_step     bigint not null default 0 comment 'last time step used: a code works once',
  notices       tinyint unsigned not null default 7 comment 'bits: 1 reminder 24 h before, 2 reminder 1 h before, 4 news from the tenant',
  feed_epoch    int not null default 0 comment 'raising it makes every calendar feed address of this account dead',
  created_at    datetime not null,
  closed_at     datetime null,
  primary key (id),
  unique key account_mail (mail)
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;

create table session (
  hash          char(64) character set ascii collate ascii_bin not null comment 'of the token in the cookie',
  account_id    bigint not null,
  created_at    datetime not null,
  seen_at       datetime not null comment 'written at most once a minute',
  expires_at    datetime not null comment 'absolute end',
  proven_at     datetime not null comment 'password or code typed last: sensitive changes ask again after 10 minutes',
  agent         varchar(200) not null default '' comment 'for the list of sessions',
  net           varchar(64) character set ascii not null default '',
  primary key (hash),
  key session_account (account_id, seen_at),
  key session_expires (expires_at),
  constraint session_account foreign key (account_id) references account (id) on delete cascade
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;

create table mail_token (
  hash          char(64) character set ascii collate ascii_bin not null,
  account_id    bigint not null,
  kind          varchar(16) character set ascii not null comment 'verify, recover, address',
  mail          varchar(254) character set ascii null comment 'address: the new one',
  expires_at    datetime not null,
  used_at       datetime null,
  primary key (hash),
  key mail_token_account (account_id, kind),
  constraint mail_token_account foreign key (account_id) references account (id) on delete cascade,
  constraint mail_token_kind check (kind in ('verify', 'recover', 'address'))
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;

create table recovery_code (
  account_id    bigint not null,
  hash          char(64) character set ascii collate ascii_bin not null,
  used_at       datetime null,
  primary key (account_id, hash),
  constraint recovery_code_account foreign key (account_id) references account (id) on delete cascade
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;

-- How often something was tried, per window: all nodes count together.
create table attempt (
  kind          varchar(16) character set ascii not null comment 'login, signup, recover, totp, hold',
  who           varchar(80) character set ascii collate ascii_bin not null comment 'hash of an address, an account or a network',
  starts_at     datetime not null comment 'start of the window',
  n             int not null,
  primary key (kind, who, starts_at),
  key attempt_age (starts_at)
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;
