-- Money. Whole minor units with their currency; every movement is one row from one account to
-- another, so the sum over all accounts is zero by construction.

create table payment (
  tenant_id     bigint not null,
  id            bigint not null auto_increment,
  order_id      bigint not null,
  attempt       int not null comment 'a new Checkout Session only after the one before has ended',
  state         varchar(10) character set ascii not null default 'new',
  amount_minor  bigint not null,
  currency      char(3) character set ascii not null,
  session_ref   varchar(120) character set ascii collate ascii_bin null comment 'cs_...',
  session_url   varchar(1000) character set ascii null,
  intent_ref    varchar(80) character set ascii collate ascii_bin null,
  charge_ref    varchar(80) character set ascii collate ascii_bin null,
  card          varchar(40) not null default '' comment 'brand and last four digits, for the receipt',
  receipt_url   varchar(500) character set ascii not null default '',
  error         varchar(300) not null default '' comment 'the partner''s words for the client',
  expires_at    datetime not null,
  created_at    datetime not null,
  checked_at    datetime null,
  paid_at       datetime null,
  primary key (id),
  unique key payment_row (tenant_id, id),
  unique key payment_attempt (tenant_id, order_id, attempt),
  unique key payment_session (session_ref),
  unique key payment_intent (intent_ref),
  key payment_open (state, expires_at),
  constraint payment_order foreign key (tenant_id, order_id) references client_order (tenant_id, id),
  constraint payment_state check (state in ('new', 'open', 'paid', 'ended')),
  constraint payment_amount check (amount_minor > 0)
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;

create table refund (
  tenant_id     bigint not null,
  id            bigint not null auto_increment,
  payment_id    bigint not null,
  booking_id    bigint null comment 'null: the whole payment, because nothing could be booked',
  scope         bigint as (coalesce(booking_id, 0)) persistent,
  cause         varchar(16) character set ascii not null,
  amount_minor  bigint not null,
  currency      char(3) character set ascii not null,
  state         varchar(10) character set ascii not null default 'queued',
  attempt       int not null default 1 comment 'part of the idempotency key; raised after a final failure only',
  ref           varchar(80) character set ascii collate ascii_bin null comment 're_...',
  answer        varchar(300) not null default '',
  created_at    datetime not null,
  done_at       datetime null,
  primary key (id),
  unique key refund_row (tenant_id, id),
  unique key refund_once (tenant_id, payment_id, scope, cause),
  key refund_state (state, created_at),
  unique key refund_ref (ref),
  constraint refund_payment foreign key (tenant_id, payment_id) references payment (tenant_id, id),
  constraint refund_booking foreign key (tenant_id, booking_id) references booking (tenant_id, id),
  constraint refund_cause check (cause in ('cancelled', 'late', 'double', 'goodwill')),
  constraint refund_state check (state in ('queued', 'sent', 'succeeded', 'failed', 'review')),
  constraint refund_amount check (amount_minor > 0)
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;

create table ledger (
  tenant_id     bigint not null,
  id            bigint not null auto_increment,
  once          varchar(80) character set ascii collate ascii_bin not null comment 'what this movement is: a second writing is refused',
  from_account  varchar(12) character set ascii not null,
  to_account    varchar(12) character set ascii not null,
  amount_minor  bigint not null,
  currency      char(3) character set ascii not null,
  order_id      bigint not null,
  booking_id    bigint null,
  payment_id    bigint null,
  refund_id     bigint null,
  at            datetime not null,
  primary key (id),
  unique key ledger_once (tenant_id, once),
  key ledger_order (tenant_id, order_id),
  key ledger_booking (tenant_id, booking_id),
  constraint ledger_order foreign key (tenant_id, order_id) references client_order (tenant_id, id),
  constraint ledger_amount check (amount_minor > 0),
  constraint ledger_accounts check (from_account <> to_account
    and from_account in ('client', 'held', 'coach', 'fee', 'bank')
    and to_account in ('client', 'held', 'coach', 'fee', 'bank'))
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci
  comment='client: their own money; held: paid, session not over; coach: owed to coaches; fee: ours; bank: transferred';
