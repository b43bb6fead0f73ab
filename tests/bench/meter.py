# SPDX-License-Identifier: AGPL-3.0-or-later
"""Measuring: wrk, processor time by process, memory, statements, weights, cold starts."""

import glob
import gzip
import http.client
import os
import re
import statistics
import subprocess
import tempfile
import time
import urllib.parse

HERE = os.path.dirname(os.path.realpath(__file__))
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60000.0}
TICK = 1000000 / os.sysconf("SC_CLK_TCK")


class Target:
    """What is asked: addresses (one or many, taken by turns), as whom, past the cache or not."""

    def __init__(self, key, label, market, paths, cookie=None, program=None, budget=None):
        self.key, self.label, self.market, self.program = key, label, market, program
        self.paths = [paths] if isinstance(paths, str) else list(paths)
        self.budget = budget
        self.headers = {"Host": market.host}
        if cookie:
            self.headers["Cookie"] = cookie
        self.runs = {}          # connections: list of Run
        self.problem = None

    def fetch(self, path=None, **more):
        url = urllib.parse.urlsplit(self.market.inst.url)
        con = http.client.HTTPConnection(url.hostname, url.port, timeout=60)
        con.request("GET", path or self.paths[0], headers=dict(self.headers, **more))
        res = con.getresponse()
        body = res.read()
        con.close()
        return res.status, res.headers, body

    def check(self):
        """Only what answers 200 with a page is measured."""
        for path in {self.paths[0], self.paths[-1]}:
            status, _, body = self.fetch(path)
            if status != 200 or (self.program and b"</html>" not in body):
                self.problem = "%s answers %d" % (path, status)
        self.bytes = len(self.fetch()[2])
        return not self.problem

    def of(self, connections, what):
        got = [getattr(r, what) for r in self.runs.get(connections, [])]
        return statistics.median(got) if got else None


class Run:
    pass


def _pids(pattern, env):
    """Processes of an instance whose program's path ends like that."""
    out = []
    for path in glob.glob("/proc/[0-9]*/exe"):
        try:
            exe = os.readlink(path)
            if not exe.endswith(pattern):
                continue
            base = os.path.dirname(path)
            if env in open(base + "/environ", errors="replace").read() or \
                    os.readlink(base + "/cwd").startswith(env):
                out.append(int(base.split("/")[2]))
        except OSError:
            continue
    return out


def cpu(pids):
    """Microseconds of processor time that they have used."""
    total = 0
    for pid in pids:
        try:
            fields = open("/proc/%d/stat" % pid).read().rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        except OSError:
            continue
    return total * TICK


def calm(inst):
    """Questions that were still being answered when the asking ended must not cost the next."""
    for _ in range(100):
        if inst.sql("select count(*) from information_schema.processlist where info is not null"
                    " and id <> connection_id()")[0][0] == "0":
            return
        time.sleep(0.1)


def run_wrk(target, connections, seconds):
    inst = target.market.inst
    groups = {"db_us": _pids("/mariadbd", inst.dir), "web_us": _pids("/nginx", inst.dir)}
    groups["program_us"] = _pids("/cgi-bin/" + target.program if target.program else
                                 "/bench/empty", inst.dir)
    with tempfile.NamedTemporaryFile("w", suffix=".paths") as f:
        f.write("\n".join(target.paths) + "\n")
        f.flush()
        before = {k: cpu(v) for k, v in groups.items()}
        args = ["wrk", "-t2" if connections > 1 else "-t1", "-c%d" % connections,
                "-d%ds" % seconds, "--latency", "-s", os.path.join(HERE, "paths.lua")]
        for name, value in target.headers.items():
            args += ["-H", "%s: %s" % (name, value)]
        out = subprocess.run(args + [inst.url, "--", f.name], stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, text=True).stdout
        after = {k: cpu(v) for k, v in groups.items()}
    calm(inst)
    run = Run()
    run.rate = float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1))
    run.p50, run.p99 = (
        float(m.group(1)) * UNITS[m.group(2)] for m in
        (re.search(r"%s%%\s+([\d.]+)(us|ms|s|m)" % p, out) for p in ("50", "99")))
    n = int(re.search(r"(\d+) requests in", out).group(1))
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    late = re.search(r"Socket errors: (.*)", out)
    run.bad = int(bad.group(1)) if bad else 0
    run.n = n
    run.errors = late.group(1) if late else ""
    for k in groups:
        setattr(run, k, (after[k] - before[k]) / max(n, 1))
    target.runs.setdefault(connections, []).append(run)
    return run


def statements(target):
    """What the database is asked for one page by a worker that has prepared everything."""
    inst = target.market.inst
    for _ in range(12):
        target.fetch()
    path = os.path.join(inst.dir, "db", "general.log")
    inst.sql("set global general_log_file = '%s'; set global general_log = 1" % path)
    target.fetch()
    inst.sql("set global general_log = 0")
    out = []
    for line in open(path, errors="replace"):
        m = re.search(r"\t\s*\d+ (Execute|Query)\t(.*)", line)
        if m and "general_log" not in m.group(2):
            out.append(m.group(2).strip())
    os.unlink(path)
    return out


def pss(pids):
    """Kilobytes of memory, shared pages divided by those who share them."""
    total = 0
    for pid in pids:
        try:
            for line in open("/proc/%d/smaps_rollup" % pid):
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
        except OSError:
            continue
    return total


def memory(inst):
    """Programs with two workers each, and the small processes that watch them: kB, and counts."""
    workers = [p for name in open(os.path.join(inst.build, "programs")).read().split()
               for p in _pids("/cgi-bin/" + name, inst.dir)]
    watchers = _pids("/multiwatch", inst.dir)
    return pss(workers), len(workers), pss(watchers), len(watchers)


def cold(market, program, path, info, times=21):
    """One plain CGI request: milliseconds from start to last byte, and of processor time."""
    inst = market.inst
    env = {"PATH": os.environ["PATH"], "PRAXIS_CONF": inst.conf, "GATEWAY_INTERFACE": "CGI/1.1",
           "REQUEST_METHOD": "GET", "REQUEST_SCHEME": "http", "SERVER_PROTOCOL": "HTTP/1.1",
           "HTTP_HOST": market.host, "REQUEST_URI": path, "PATH_INFO": info,
           "SCRIPT_NAME": "/" + program.split("/")[1], "QUERY_STRING": "", "REMOTE_ADDR": "127.0.0.1",
           "SERVER_NAME": market.host.split(":")[0], "SERVER_PORT": market.host.split(":")[1]}
    exe = os.path.join(inst.build, "cgi-bin", program)
    nothing = os.open(os.devnull, os.O_RDWR)
    wall, used, ok = [], [], True
    for _ in range(times):
        r, w = os.pipe()
        begun = time.perf_counter()
        pid = os.posix_spawn(exe, [exe], env, file_actions=[
            (os.POSIX_SPAWN_DUP2, nothing, 0), (os.POSIX_SPAWN_DUP2, w, 1),
            (os.POSIX_SPAWN_DUP2, nothing, 2), (os.POSIX_SPAWN_CLOSE, r)])
        os.close(w)
        body = b""
        while True:
            data = os.read(r, 1 << 16)
            if not data:
                break
            body += data
            last = time.perf_counter()
        os.close(r)
        _, _, usage = os.wait4(pid, 0)
        wall.append((last - begun) * 1000)
        used.append((usage.ru_utime + usage.ru_stime) * 1000)
        ok = ok and b"</html>" in body
    os.close(nothing)
    return statistics.median(wall), min(wall), statistics.median(used), ok


def weight(target):
    """Bytes of a page as sent to a browser that takes gzip, and of all that its first view loads."""
    status, head, body = target.fetch(**{"Accept-Encoding": "gzip"})
    page = len(body)
    if head.get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    text = body.decode("utf-8", "replace")
    seen, todo, total, missing = set(), [], page, []
    # Pictures that load lazily below the fold count, too: this is the upper bound.
    todo += re.findall(r'<(?:link|script|img|use)[^>]*?(?:href|src)="(/[^"#]+)', text)
    while todo:
        path = todo.pop().split("#")[0]
        if path in seen or not re.match(r"/(css|js|img|fonts|favicon)", path):
            continue
        seen.add(path)
        status, head, data = target.fetch(path, **{"Accept-Encoding": "gzip"})
        if status != 200:
            missing.append(path)
            continue
        total += len(data)
        if head.get("Content-Encoding") == "gzip":
            data = gzip.decompress(data)
        kind = head.get("Content-Type", "")
        base = path.split("?")[0]
        if "css" in kind:
            todo += [urllib.parse.urljoin(base, u) for u in re.findall(
                r"url\([\"']?([^\"')]+)", data.decode("utf-8", "replace")) if "data:" not in u]
        elif "javascript" in kind:
            todo += [urllib.parse.urljoin(base, u) for u in re.findall(
                r"(?:import|from)\s*\(?[\"']([./][^\"']+)", data.decode("utf-8", "replace"))]
    return page, total, sorted(seen), missing


def make_time(src):
    """Seconds that configure and make -j2 need from nothing; the second figure is make alone."""
    with tempfile.TemporaryDirectory(prefix="praxis-make-") as where:
        log = open(os.path.join(where, "log"), "w")
        begun = time.monotonic()
        subprocess.run([os.path.join(src, "configure"), "-q"], cwd=where, stdout=log, stderr=log,
                       check=True)
        middle, used = time.monotonic(), os.times()
        subprocess.run(["make", "-s", "-j2"], cwd=where, stdout=log, stderr=log, check=True)
        now = os.times()
        return (middle - begun, time.monotonic() - middle,
                now.children_user + now.children_system - used.children_user -
                used.children_system)
