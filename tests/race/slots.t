#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
# minutes: 6
"""Two hundred people want one time of one coach in the same instant: one gets it, the others are
told so in a sentence. Then the same among people who leave, cancel and move."""

import os
import random
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))

from client import Stub, volley  # noqa: E402
from instance import Instance  # noqa: E402
from seed import World  # noqa: E402
from tap import Tap  # noqa: E402

SEED = int(os.environ.get("PRAXIS_SEED", "20260301"))
PEOPLE, ROUNDS = 200, 10
TAKEN = "has just been taken or is no longer offered"
MANY = "You are keeping three times already"
HOLDERS = 24        # processes of page/hold: with two of them most of the race would be a queue
DAY = 86400


def clean(answer):
    """An answer that a person can use: on to the next page, or a page with a sentence."""
    return answer is not None and (answer.status == 303 or (
        400 <= answer.status < 500 and len(answer.text) > 40))


def figures(answers):
    s = sorted(a.seconds for a in answers if a)
    return "p50 %d ms, p95 %d ms, last %d ms" % tuple(
        1000 * s[min(len(s) - 1, int(len(s) * q))] for q in (0.5, 0.95, 1))


class Race:
    def __init__(self, t, inst):
        self.t, self.inst, self.random = t, inst, random.Random(SEED)
        self.won = [0, 0]       # holds and moves that found room in the mixed rounds
        self.w = World(inst)
        self.coach = self.w.coach()
        make = self.w.service
        # Any two of them overlap when both contain the half hour behind the same moment.
        self.services = [make(self.coach, price=6000, minutes=60, slug="one", before_min=10),
                         make(self.coach, price=9000, minutes=90, slug="two", after_min=15),
                         make(self.coach, price=0, minutes=120, slug="three")]
        self.people = self.w.clients(PEOPLE)
        self.browsers = [p.browser() for p in self.people]
        self.noon = int(time.time()) // DAY * DAY + 2 * DAY + 12 * 3600
        path = "/hold/%s?start=%d" % (self.services[0].path, self.noon)
        for b in self.browsers:
            b.token_from(path)
            b.close()

    def want(self, moment):
        """A service and a start of it that covers the half hour from this moment on."""
        s = self.random.choice(self.services)
        return s, moment - 1800 * self.random.randrange(s.minutes // 30)

    def hold_shot(self, b, moment):
        s, start = self.want(moment)
        return b, "/hold/%s?start=%d" % (s.path, start), {"token": b.token, "note": "me"}

    def round(self, name, moment):
        shots = [self.hold_shot(b, moment) for b in self.browsers]
        self.random.shuffle(shots)
        answers = volley(shots)
        won = [a for a in answers if a and a.status == 303 and "/checkout/" in a.location]
        lost = [a for a in answers if a and a.status == 422 and (
            TAKEN in a.text or MANY in a.text)]
        odd = [a for a in answers if a not in won and a not in lost]
        self.t.ok(len(won) == 1 and len(lost) == PEOPLE - 1,
                  "%s: one winner, %d sentences (%s)" % (name, PEOPLE - 1, figures(answers)),
                  "%d winners, %d losers" % (len(won), len(lost)), *odd[:5])
        n = self.w.number("select count(*) from booking where tenant_id = %d and state <>"
                          " 'Cancelled' and starts_at < from_unixtime(%d) and ends_at >"
                          " from_unixtime(%d)" % (self.w.id, moment + 1800, moment))
        self.t.same((n, self.w.overlaps()), (1, 0), "%s: one booking stored, 0 overlaps" % name)

    def pure(self):
        for i in range(ROUNDS):
            self.round("round %d" % (i + 1), self.noon + i * 5 * 3600)

    def without_constraint(self):
        """The calendar row alone keeps the order, too: neither guard hides that the other fails."""
        self.inst.sql("alter table block add index plain (tenant_id, coach_id),"
                      " drop index block_no_overlap")
        for i in range(2):
            self.round("without the constraint %d" % (i + 1), self.noon + 3 * DAY + i * 6 * 3600)
        self.inst.sql("alter table block add unique key block_no_overlap (tenant_id, coach_id,"
                      " busy without overlaps), drop index plain")

    # Everything at once.

    def stock(self, day, states):
        """Booked sessions of 30 minutes, two an hour, one per person: what is left, cancelled and
        moved. Free of charge, so that no partner is asked."""
        starts = [day + i * 1800 for i in range(len(states))]
        made = self.w.bookings([(p, self.half, start, state)
                                for start, (b, p, state) in zip(starts, states)])
        return [m + (s[0], start) for m, s, start in zip(made, states, starts)]

    def mixed(self, number):
        """Holds, leaves, cancellations and moves around the same hours."""
        day = self.noon + (6 + 2 * number) * DAY - 12 * 3600
        mix = list(zip(self.browsers, self.people))
        self.random.shuffle(mix)
        pending = self.stock(day, [(b, p, "Pending") for b, p in mix[:24]])
        booked = self.stock(day + 12 * 3600, [(b, p, "Confirmed") for b, p in mix[24:72]])
        for b, _ in mix:
            b.token = b.token or b.token_from("/account/settings")
        shots = [(b, "/checkout/" + order, {"token": b.token, "do": "leave"})
                 for order, _, b, _ in pending]
        shots += [(b, "/booking/" + no, {"token": b.token, "do": "cancel", "reason": "ill",
                                      "refund": "0"})
                  for _, no, b, _ in booked[:24]]
        spans = [day + 1800 * i for i in range(84)]
        shots += [self.move_shot(b, no, self.random.choice(spans)) for _, no, b, _ in booked[24:]]
        shots += [(b, "/hold/%s?start=%d" % (self.half.path, self.random.choice(spans)),
                   {"token": b.token}) for b, _ in mix[72:]]
        self.random.shuffle(shots)
        answers = volley(shots)
        odd = [(s[1], a) for s, a in zip(shots, answers) if not clean(a)]
        self.t.ok(not odd, "mixed %d: %d clean answers (%s)" % (number + 1, len(shots),
                                                               figures(answers)), *odd[:5])
        left = [a for s, a in zip(shots, answers) if s[1].startswith("/checkout") and a and
                a.status == 303]
        gone = [a for s, a in zip(shots, answers) if s[2].get("do") == "cancel" and a and
                a.status == 303]
        held, moved = ([a for s, a in zip(shots, answers) if s[1].startswith(what) and
                        a.status == 303] for what in ("/hold", "/move"))
        self.won = [a + len(b) for a, b in zip(self.won, (held, moved))]
        self.t.say("mixed %d: %d of 128 held, %d of 24 moved" % (number + 1, len(held), len(moved)))
        self.t.same((len(left), len(gone)), (24, 24),
                    "mixed %d: everybody could leave and cancel" % (number + 1))
        self.sound("mixed %d" % (number + 1))

    def move_shot(self, b, no, start):
        return b, "/move/%s?start=%d" % (no, start), {"token": b.token}

    def impatient(self):
        """One person presses one button twenty times in one instant: it is pressed once."""
        p, b = self.people[0], self.browsers[0]
        # Thirty times an hour is what one account may press; the rounds before have used them up.
        self.w.sql("delete from attempt where kind = 'hold'")
        s = self.w.service(self.coach, price=4200, minutes=30, slug="paid")
        start = self.noon + 20 * DAY
        shot = (b, "/hold/%s?start=%d" % (s.path, start), {"token": b.token})
        answers = volley([shot] * 20)
        to = {a.location for a in answers if a and a.status == 303}
        self.t.ok(len(to) == 1 and all(a and a.status == 303 for a in answers),
                  "the same wish twenty times is one order", *answers[:3])
        path = to.pop()
        answers = volley([(b, path, {"token": b.token, "do": "pay", "terms": "1"})] * 20)
        to = {a.location for a in answers if a and a.status == 303}
        stub = Stub(self.inst.stub)
        open_ = [x for x in stub.state()["sessions"]
                 if x["client_reference_id"] == path.rsplit("/", 1)[1]]
        self.t.ok(len(to) == 1 and len(open_) == 1 and all(clean(a) for a in answers),
                  "Pay twenty times is one page to pay on", to, *answers[:3])
        stub.post("/sessions/%s/pay" % open_[0]["id"])
        b.get(path + "/done")
        no = self.w.sql("select no from booking where tenant_id = %d and account_id = %d and"
                        " service_id = %d" % (self.w.id, p.id, s.id))[0][0]
        answers = volley([(b, "/booking/" + no, {"token": b.token, "do": "cancel", "reason": "",
                                                 "refund": "4200"})] * 20)
        won = [a for a in answers if a and a.status == 303]
        refunds = self.w.sql("select r.amount_minor from refund r join payment p on p.id ="
                             " r.payment_id where p.session_ref = '%s'" % open_[0]["id"])
        self.t.ok(len(won) == 1 and all(clean(a) for a in answers) and refunds == [["4200"]],
                  "Cancel twenty times is one refund", len(won), refunds, *answers[:3])

    def sound(self, name):
        w = self.w
        self.t.same(w.overlaps(), 0, name + ": 0 overlaps")
        wrong = w.sql(
            "select b.id, b.state, k.id, k.hold_until from booking b left join block k"
            " on k.tenant_id = b.tenant_id and k.booking_id = b.id where b.tenant_id = %d and not"
            " case b.state when 'Cancelled' then k.id is null"
            " when 'Pending' then k.id is not null and k.hold_until is not null"
            " else k.id is not null and k.hold_until is null end" % w.id)
        self.t.ok(not wrong, name + ": every booking has its block, nobody else has one", wrong)
        shifted = w.sql(
            "select b.id from booking b join praxis.block k on k.tenant_id = b.tenant_id"
            " and k.booking_id = b.id where b.tenant_id = %d and (k.starts_at <>"
            " b.starts_at - interval b.before_min minute or k.ends_at <>"
            " b.ends_at + interval b.after_min minute)" % w.id)
        self.t.ok(not shifted, name + ": every block covers its session and buffers", shifted)


def main():
    t = Tap()
    t.say("seed %d" % SEED)
    with Instance() as inst:
        for program in ("page/hold", "page/checkout", "page/booking", "page/move"):
            inst.program_stop(program)
            inst.program_start(program, HOLDERS if program == "page/hold" else 8)
        r = Race(t, inst)
        r.pure()
        r.without_constraint()
        r.half = r.w.service(r.coach, price=0, minutes=30, slug="half")
        for i in range(4):
            r.mixed(i)
        t.ok(r.won[0] > 12 and r.won[1] > 4, "mixed: %d of 512 held, %d of 96 moved" % tuple(r.won))
        r.impatient()
        bad = [line for line in inst.log("page/hold").splitlines() if "level=fault" in line]
        t.ok(not bad, "no error in the log of page/hold", *bad[:5])
    return t.done()


if __name__ == "__main__":
    sys.exit(main())
