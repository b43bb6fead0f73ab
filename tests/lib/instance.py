# SPDX-License-Identifier: AGPL-3.0-or-later
"""A private instance for a test that kills, restarts or floods what the others share.

    with Instance(WORKERS=1) as inst:
        urllib.request.urlopen(inst.url + "/coaches")
        inst.kill_worker("page/coaches")

shared() gives the one that tests/run has started, with the same attributes."""

import os
import random
import shutil
import signal
import subprocess
import tempfile

TOOL = os.path.join(os.path.dirname(os.path.realpath(__file__)), "instance")


class Shared:
    """The addresses and files of a running instance."""

    def __init__(self, env):
        self.env = env
        self.url = env["PRAXIS_URL"]
        self.stub = env["PRAXIS_STUB"]
        self.smtp = env["PRAXIS_SMTP"]
        # Not a variable of its own: PRAXIS_DB_SOCKET would go before the settings of any instance.
        self.db_socket = os.path.join(env["PRAXIS_DIR"], "db", "s.sock")
        self.conf = env["PRAXIS_CONF"]
        self.build = env["PRAXIS_BUILD"]
        self.src = env["PRAXIS_SRC"]
        self.clock = env["PRAXIS_CLOCK"]
        self.dir = env["PRAXIS_DIR"]

    def sql(self, text):
        """Run statements as the database's owner; rows as lists of texts, NULL as 'NULL'."""
        out = subprocess.run(
            ["mariadb", "--no-defaults", "--socket=" + self.db_socket, "--user=root", "--batch",
             "--skip-column-names", "--database=praxis"],
            input=text, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if out.returncode != 0:
            raise RuntimeError("sql: %s in %s" % (out.stderr.strip(), text[:300]))
        return [line.split("\t") for line in out.stdout.splitlines()]

    def tool(self, command, *args):
        out = subprocess.run([TOOL, command, self.dir, *args], stdout=subprocess.PIPE, text=True)
        if out.returncode != 0:
            raise RuntimeError("instance %s %s failed" % (command, " ".join(args)))
        return out.stdout

    def log(self, name):
        """The log of a process: "page/home", "work/outbox", "nginx", "stub", "db", "access"."""
        path = os.path.join(self.dir, "log", name + ".log")
        with open(path, errors="replace") as f:
            return f.read()

    def workers(self, program):
        """Process ids of the workers of "page/home"; empty when it does not run."""
        try:
            with open(os.path.join(self.dir, "run", program + ".pid")) as f:
                parent = f.read().strip()
            with open("/proc/%s/task/%s/children" % (parent, parent)) as f:
                return [int(pid) for pid in f.read().split()]
        except OSError:
            return []

    def kill_worker(self, program, sig=signal.SIGKILL):
        """One worker of a program, chosen by chance; it is started again at once."""
        pids = self.workers(program)
        if pids:
            os.kill(random.choice(pids), sig)

    def db_stop(self, sig="TERM"):
        self.tool("db-stop", sig)

    def db_start(self):
        self.tool("db-start")

    def db_restart(self, sig="TERM"):
        self.db_stop(sig)
        self.db_start()

    def program_stop(self, program):
        self.tool("program-stop", program)

    def program_start(self, program, workers=None):
        self.tool("program-start", program, *([str(workers)] if workers else []))


class Instance(Shared):
    """Started with its own directory, ports and database; gone at the end of the with block.

    A program run by hand needs its settings: env={**os.environ, **inst.env}."""

    def __init__(self, **settings):
        self.dir = tempfile.mkdtemp(prefix="praxis-own-")
        try:
            out = subprocess.run(
                [TOOL, "start", self.dir] + ["%s=%s" % s for s in settings.items()],
                stdout=subprocess.PIPE, text=True)
            if out.returncode != 0:
                raise RuntimeError("the instance in %s did not start" % self.dir)
            super().__init__(dict(line.split("=", 1) for line in out.stdout.splitlines()))
        except BaseException:
            self.end()
            raise

    def end(self):
        """Keep its logs among the artefacts, end its processes, remove its directory."""
        keep = os.environ.get("PRAXIS_ARTEFACTS")
        logs = os.path.join(self.dir, "log")
        if keep and os.path.isdir(logs):
            shutil.copytree(logs, os.path.join(keep, os.path.basename(self.dir)),
                            dirs_exist_ok=True)
        subprocess.run([TOOL, "kill", self.dir])
        shutil.rmtree(self.dir, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()


def shared():
    return Shared(os.environ)
