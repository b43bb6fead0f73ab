-- A coach moves at short notice too, but says why (U-24).

alter table booking_move
  add column if not exists reason varchar(300) not null default '' after moved_by;
