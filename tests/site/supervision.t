#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Crashes, reloads, a lost database: what a visitor notices, and that it mends itself."""

import os
import signal
import sys
import threading

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from web import Tap, ask, until, with_tenant  # noqa: E402

PATH = "/login"		# never from the cache, and it asks the database


class Load(threading.Thread):
    """Visitors who ask without a pause until they are told to stop."""

    def __init__(self, inst):
        super().__init__(daemon=True)
        self.inst, self.answers, self.ending = inst, [], False

    def run(self):
        while not self.ending:
            try:
                self.answers.append(ask(self.inst, PATH))
            except OSError as e:
                self.answers.append(e)


def under_load(inst, act):
    """What four visitors got while act(progress) ran; progress() lets them have ten answers more."""
    threads = [Load(inst) for _ in range(4)]

    def count():
        return sum(len(th.answers) for th in threads)

    def progress():
        aim = count() + 10
        until(30, lambda: count() >= aim)

    for th in threads:
        th.start()
    act(progress)
    for th in threads:
        th.ending = True
    for th in threads:
        th.join(30)
    return [a for th in threads for a in th.answers]


def statuses(answers):
    got = {}
    for a in answers:
        s = getattr(a, "status", repr(a))
        got[s] = got.get(s, 0) + 1
    return got


def alive(inst):
    return ask(inst, PATH).status == 200


def reload(t, inst):
    def act(progress):
        for _ in range(15):
            progress()
            before = inst.workers("page/login")
            for pid in before:
                os.kill(pid, signal.SIGTERM)
            until(5, lambda: set(inst.workers("page/login")).isdisjoint(before))

    before = set(inst.workers("page/login"))
    got = statuses(under_load(inst, act))
    t.ok(set(got) == {200} and got[200] >= 150, "TERM to every worker, 15 times: nobody noticed", got)
    t.ok(before.isdisjoint(inst.workers("page/login")), "and the workers are new ones")


def crash(t, inst):
    kills = 20

    def act(progress):
        for _ in range(kills):
            progress()
            before = inst.workers("page/login")
            inst.kill_worker("page/login")
            until(5, lambda: len(inst.workers("page/login")) == 2 and
                  inst.workers("page/login") != before)

    answers = under_load(inst, act)
    got = statuses(answers)
    t.ok(set(got) <= {200, 502} and got.get(502, 0) <= kills and got.get(200, 0) > 5 * kills,
         "a killed worker costs at most the request in its hand", got)
    bad = [a for a in answers if a.status == 502]
    t.ok(all("/css/praxis.css" in a.text and "nginx" not in a.text for a in bad),
         "and that one gets our page")
    t.ok(until(5, lambda: len(inst.workers("page/login")) == 2), "all workers are back")
    t.ok(alive(inst), "and answer")


def jobs(t, inst):
    for job in ("work/outbox", "work/settle", "work/reminders", "work/sweep"):
        before = inst.workers(job)
        inst.kill_worker(job)
        t.ok(len(before) == 1 and until(10, lambda: len(inst.workers(job)) == 1 and
                                        inst.workers(job) != before), job + " comes back")


def database(t, inst):
    inst.db_stop("KILL")
    a = ask(inst, PATH)
    t.ok(a.status == 503 and a.one("Retry-After") and "/css/praxis.css" in a.text,
         "without the database: a calm 503", a.status, a.text[:300])
    t.ok(ask(inst, "/healthz").status == 503, "which the health check tells machines")
    workers = inst.workers("page/login")
    inst.db_start()
    t.ok(until(10, lambda: alive(inst)), "it is back: so are the pages")
    t.ok(all(alive(inst) for _ in range(20)) and inst.workers("page/login") == workers,
         "with the same workers")
    inst.db_restart("TERM")
    t.ok(all(alive(inst) for _ in range(20)), "a restart between two requests is not noticed")


def absent(t, inst):
    inst.program_stop("page/login")
    a = ask(inst, PATH)
    t.ok(a.status == 502 and "/css/praxis.css" in a.text, "a program that does not run: our page")
    t.ok(ask(inst, "/signup").status == 200, "and only that one")
    inst.program_start("page/login")
    t.ok(until(10, lambda: alive(inst)), "until it runs again")


def settings(t, inst):
    import subprocess
    out = subprocess.run([inst.build + "/cgi-bin/page/login"], stdout=subprocess.PIPE,
                         stderr=subprocess.PIPE, text=True,
                         env={"PRAXIS_CONF": inst.conf, "PRAXIS_DB_NAME": "",
                              "REQUEST_METHOD": "GET", "PATH_INFO": ""})
    t.ok(out.returncode == 78 and '"db_name"' in out.stderr,
         "a program that lacks a setting says which and does not start", out)


def main():
    t = Tap()
    with with_tenant() as inst:
        for part in (reload, crash, jobs, database, absent, settings):
            part(t, inst)
    t.done()


main()
