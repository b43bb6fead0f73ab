# SPDX-License-Identifier: AGPL-3.0-or-later
"""A private instance with a marketplace of a given size in it, and what is asked of it."""

import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.realpath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "lib"))

from instance import TOOL, Instance, Shared  # noqa: E402
from seed import World  # noqa: E402

YEARS = 3650
PAST_OF_FIRST = 3 * YEARS       # sessions of the first coach in ten years, three a day

LOCAL = """
location = /bench/static.txt {{ root {dir}; access_log off; }}
location ~ ^/bench/(?<prog>empty|linger)$ {{
	set $rest "";
	set $kind bench;
	include {dir}/nginx/fastcgi.conf;
	include {dir}/nginx/headers.conf;
	fastcgi_pass unix:{dir}/bench/$prog.sock;
}}
"""


def spread(n, most):
    """Up to so many numbers from 1 to n, evenly."""
    step = max(1, n // most)
    return range(1, n + 1, step)


class Market:
    """coaches and bookings: how many. keep: a directory that outlives the run, used again when it
    holds that size already."""

    def __init__(self, name, coaches, bookings, keep=None):
        self.name, self.coaches, self.bookings = name, coaches, bookings
        self.dir = os.path.join(keep, name) if keep else None
        self.seconds = 0
        self.inst = self.start()
        self.fill()

    def start(self):
        wish = {"JOBS": "no", "DEMO_DATA": "no", "WORKERS": 2, "MODE": "test"}
        if not self.dir:
            return Instance(**wish)
        os.makedirs(self.dir, exist_ok=True)
        out = subprocess.run([TOOL, "start", self.dir] + ["%s=%s" % w for w in wish.items()],
                             stdout=subprocess.PIPE, text=True)
        if out.returncode != 0:
            raise RuntimeError("the instance in %s did not start" % self.dir)
        return Shared(dict(line.split("=", 1) for line in out.stdout.splitlines()))

    def end(self):
        if isinstance(self.inst, Instance):
            self.inst.end()
        else:
            subprocess.run([TOOL, "stop", self.dir])

    def fill(self):
        inst = self.inst
        # Memory as a server of that size has; the defaults of a demonstration would measure disks.
        inst.sql("set global innodb_buffer_pool_size = 1073741824;"
                 "set global innodb_flush_log_at_trx_commit = 0;"
                 "set global innodb_log_file_size = 402653184")
        have = inst.sql("select table_name from information_schema.tables"
                        " where table_schema = 'praxis' and table_name = 'bench'")
        if have:
            row = inst.sql("select coaches, bookings, tenant, me, word from bench")[0]
            if (int(row[0]), int(row[1])) != (self.coaches, self.bookings):
                raise RuntimeError("%s holds another size: remove it" % self.dir)
            self.tenant, self.me = int(row[2]), int(row[3])
            port = inst.url.rsplit(":", 1)[1]
            self.host = "bench.test:" + port
            inst.sql("update tenant_host set host = '%s'" % self.host)
            self.token = open(os.path.join(inst.dir, "bench-token")).read()
            return
        begun = time.monotonic()
        w = World(inst, word="bench")
        me = w.client("Me Myself")
        w.client("Nobody")
        self.tenant, self.me, self.host, self.token = w.id, me.id, w.host, me.token
        old = min(PAST_OF_FIRST, self.bookings // 90)
        rest = self.bookings - old - 232
        size = {"tenant": w.id, "me": me.id, "coaches": self.coaches, "old": old, "rest": rest,
                "clients": max(100, self.bookings // 50),
                "step": max(1, YEARS // (rest // (self.coaches - 1) + 1))}
        with open(os.path.join(HERE, "scale.sql")) as f:
            inst.sql(f.read().format(**size))
        inst.sql("create table bench as select %d coaches, %d bookings, %d tenant, %d me,"
                 " 'bench' word" % (self.coaches, self.bookings, self.tenant, self.me))
        with open(os.path.join(inst.dir, "bench-token"), "w") as f:
            f.write(self.token)
        self.seconds = time.monotonic() - begun

    def empty(self, cc="cc"):
        """What the others are compared with: a file, and a program that does nothing."""
        where = os.path.join(self.inst.dir, "bench")
        os.makedirs(where, exist_ok=True)
        with open(os.path.join(where, "static.txt"), "w") as f:
            f.write("x" * 4096)
        # Its root is the instance's directory, its path begins with /bench.
        program = os.path.join(where, "empty")
        subprocess.run([cc, "-O2", "-o", program, os.path.join(HERE, "empty.c"), "-lfcgi"],
                       check=True)
        with open(os.path.join(self.inst.dir, "nginx", "local-bench.conf"), "w") as f:
            f.write(LOCAL.format(dir=self.inst.dir))
        self.spawned = [self.spawn(where, "empty", {"LIBFCGI_OS_CLOSE_POLL_TIMEOUT": "0"}),
                        self.spawn(where, "linger", {})]
        self.inst.tool("site-stop")
        self.inst.tool("site-start")

    def spawn(self, where, name, env):
        sock = os.path.join(where, name + ".sock")
        if os.path.exists(sock):
            os.unlink(sock)
        base = {"PATH": os.environ["PATH"], "PRAXIS_INSTANCE": self.inst.dir}
        return subprocess.Popen(
            ["spawn-fcgi", "-s", sock, "-M", "0660", "-b", "1024", "-n", "--", "/usr/bin/multiwatch",
             "-f", "2", "-r", "1000000", "-t", "50", "-s", "TERM", "--",
             os.path.join(where, "empty")], env=dict(base, **env))

    # Addresses.

    def some(self, n, fmt):
        return [fmt % i for i in spread(self.coaches, n)]

    def my_numbers(self):
        rows = self.inst.sql("select no from booking where tenant_id = %d and account_id = %d and"
                             " state <> 'Pending' order by starts_at desc limit 400"
                             % (self.tenant, self.me))
        return [r[0] for r in rows]


def dated(fmt):
    """An address with the month after this one."""
    t = time.gmtime()
    year, month = (t.tm_year, t.tm_mon + 1) if t.tm_mon < 12 else (t.tm_year + 1, 1)
    return fmt.replace("MONTH", "%04d-%02d" % (year, month))
