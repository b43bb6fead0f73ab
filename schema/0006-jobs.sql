-- Side effects and what partners told us. Both are rows first.

create table outbox (
  id            bigint not null auto_increment,
  tenant_id     bigint not null,
  once          varchar(120) character set ascii collate ascii_bin not null comment 'what this is: a second request for the same is refused',
  kind          varchar(16) character set ascii not null comment 'mail, refund',
  template      varchar(32) character set ascii not null default '' comment 'mail: templates/mail/NAME.*',
  account_id    bigint null comment 'mail: to whom',
  booking_id    bigint null,
  order_id      bigint null,
  refund_id     bigint null,
  data          varchar(1000) not null default '' comment 'JSON: what cannot be read from the rows at sending time',
  state         varchar(10) character set ascii not null default 'queued',
  due_at        datetime not null,
  leased_until  datetime null comment 'a worker has it until then',
  tries         int not null default 0,
  answer        varchar(300) not null default '' comment 'last answer of the server or partner, with its code',
  created_at    datetime not null,
  done_at       datetime null,
  primary key (id),
  unique key outbox_once (tenant_id, once),
  key outbox_due (state, due_at),
  key outbox_booking (tenant_id, booking_id, id),
  key outbox_account (tenant_id, account_id, id),
  constraint outbox_tenant foreign key (tenant_id) references tenant (id),
  constraint outbox_kind check (kind in ('mail', 'refund')),
  constraint outbox_state check (state in ('queued', 'done', 'refused', 'given-up', 'dropped'))
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;

create table inbox (
  id            bigint not null auto_increment,
  tenant_id     bigint not null,
  partner       varchar(8) character set ascii not null,
  event_ref     varchar(120) character set ascii collate ascii_bin not null,
  type          varchar(64) character set ascii not null,
  object_ref    varchar(120) character set ascii collate ascii_bin not null default '',
  body          mediumtext not null comment 'as received',
  state         varchar(10) character set ascii not null default 'new',
  tries         int not null default 0,
  due_at        datetime not null,
  leased_until  datetime null,
  answer        varchar(300) not null default '',
  received_at   datetime not null,
  done_at       datetime null,
  primary key (id),
  unique key inbox_event (partner, event_ref),
  key inbox_due (state, due_at),
  constraint inbox_state check (state in ('new', 'done', 'ignored', 'given-up'))
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;

-- Who did what. Append only (grants.sql gives no program update or delete), each row hashes the one before.
create table audit (
  tenant_id     bigint not null,
  id            bigint not null auto_increment,
  at            datetime not null,
  account_id    bigint null,
  action        varchar(40) character set ascii not null,
  object        varchar(60) character set ascii not null,
  detail        varchar(2000) not null default '' comment 'JSON with before and after; no secrets, no private texts',
  request       varchar(32) character set ascii not null default '',
  hash          char(64) character set ascii collate ascii_bin not null comment 'SHA-256 of the hash before and this row',
  primary key (id),
  key audit_tenant (tenant_id, id),
  key audit_object (tenant_id, object, id)
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;

-- Taken before a row is added to audit, so that the chain has one end.
create table audit_head (
  tenant_id     bigint not null,
  version       bigint not null,
  primary key (tenant_id)
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;
