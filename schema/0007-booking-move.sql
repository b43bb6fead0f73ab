-- How a session wandered: one row for each move, beside the booking that keeps number and payment.

create table booking_move (
  tenant_id     bigint not null,
  id            bigint not null auto_increment,
  booking_id    bigint not null,
  was_at        datetime not null,
  now_at        datetime not null,
  moved_by      varchar(8) character set ascii not null,
  at            datetime not null,
  primary key (id),
  key booking_move_booking (tenant_id, booking_id, id),
  constraint booking_move_booking foreign key (tenant_id, booking_id) references booking (tenant_id, id),
  constraint booking_move_by check (moved_by in ('client', 'coach', 'admin')),
  constraint booking_move_sane check (was_at <> now_at)
) engine=innodb default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;
