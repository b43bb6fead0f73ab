-- A tenant is one marketplace with its own host name, people, coaches and money rules.

create table tenant (
  id            bigint not null auto_increment,
  name          varchar(120) not null,
  claim         varchar(200) not null default '' comment 'one line on the landing page',
  address       varchar(200) character set ascii not null comment 'https://host, without a final slash; in every mailed link',
  zone          varchar(64) character set ascii not null,
  currency      char(3) character set ascii not null,
  mail_from     varchar(254) character set ascii not null,
  support       varchar(254) character set ascii not null,
  fee_bp        int not null default 1000 comment 'platform fee in hundredths of a percent',
  fee_minor     bigint not null default 0 comment 'and a fixed part per booking',
  price_min_minor bigint not null default 0,
  refund_mode   varchar(8) character set ascii not null default 'auto',
  payout_hours  int not null default 72 comment 'transfer so long after completion (U-19)',
  created_at    datetime not null,
  primary key (id),
  constraint tenant_fee check (fee_bp between 0 and 10000 and fee_minor >= 0),
  constraint tenant_refund check (refund_mode in ('auto', 'queue'))
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;

create table tenant_host (
  host          varchar(120) character set ascii not null comment 'as the browser sends it, with the port unless it is the usual one',
  tenant_id     bigint not null,
  primary key (host),
  constraint tenant_host_tenant foreign key (tenant_id) references tenant (id)
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;

create table tenant_feature (
  tenant_id     bigint not null,
  feature       varchar(32) character set ascii not null,
  primary key (tenant_id, feature),
  constraint tenant_feature_tenant foreign key (tenant_id) references tenant (id)
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;

-- Texts with legal weight; what was accepted is a version, and versions never change.
create table tenant_text (
  tenant_id     bigint not null,
  kind          varchar(16) character set ascii not null comment 'terms, privacy, imprint',
  version       int not null,
  title         varchar(120) not null,
  body_md       mediumtext not null,
  published_at  datetime not null,
  primary key (tenant_id, kind, version),
  constraint tenant_text_tenant foreign key (tenant_id) references tenant (id)
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;

create table membership (
  tenant_id     bigint not null,
  account_id    bigint not null,
  roles         int not null default 1 comment 'bits: 1 client, 2 coach, 4 admin, 8 system admin',
  joined_at     datetime not null,
  primary key (tenant_id, account_id),
  key membership_account (account_id),
  constraint membership_tenant foreign key (tenant_id) references tenant (id),
  constraint membership_account foreign key (account_id) references account (id),
  constraint membership_roles check (roles between 1 and 15)
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;
