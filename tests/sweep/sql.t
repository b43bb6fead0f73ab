#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
# minutes: 4
"""Every statement of the sources is prepared against the schema, with the rights of a page or of a
job: a wrong column, a forgotten grant, a typing mistake in a branch that nobody runs."""

import concurrent.futures
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "lib"))

from instance import Instance, shared  # noqa: E402
from tap import Tap  # noqa: E402

CONSTANT = re.compile(r"^static const struct sql\s+(\w+)\s*(\[[^\]]*\])?\s*=", re.M)
MAIN = """
#include <stdio.h>
#include <string.h>
#include "lib/clock.h"
#include "lib/conf.h"
#include "lib/log.h"
#include "lib/sql.h"

%s
static struct ctx cx;

int try_sql(const char *, const struct sql *);

/* The sweep itself is tried: this one must be refused. */
static const struct sql CONTROL = SQL_SHARED("select nothing from block");

/* On a connection of its own, so that hundreds do not fill one. */
int
try_sql(const char *name, const struct sql *s)
{
	int bad;

	cx.db = sql_open();
	bad = sql_prepare(&cx, s) != OK;
	printf("%%s %%s\\n", bad ? "bad" : "good", name);
	sql_close(cx.db);
	return bad;
}

int
main(void)
{
	log_name("statements");
	conf_load();
	cx.mem = arena_new();
	cx.now = clock_now();
	cx.zone = "UTC";
	cx.request = "sweep";
	cx.net = cx.my_name = cx.my_mail = "";
	cx.tenant = cx.me = 1;
	(void)try_sql("control", &CONTROL);
%s
	return 0;
}
"""


def constants(src):
    """(file, [(name, is it an array)]) of everything below cgi-bin."""
    out = []
    for where, _, files in sorted(os.walk(os.path.join(src, "cgi-bin"))):
        for name in sorted(files):
            path = os.path.join(where, name)
            if name.endswith(".c"):
                with open(path) as f:
                    found = CONSTANT.findall(f.read())
                if found:
                    out.append((os.path.relpath(path, os.path.join(src, "cgi-bin")), found))
    return out


def flags(build, *names):
    """Variables of the makefile, expanded by make itself."""
    text = "include Makefile\nshow-flags:\n" + "".join("\t$(info $(%s))\n" % n for n in names)
    out = subprocess.run(["make", "-s", "--no-print-directory", "-C", build, "-f", "-",
                          "show-flags"], input=text, stdout=subprocess.PIPE, text=True, check=True)
    return [shlex.split(line) for line in out.stdout.splitlines()]


def compile_all(build, where, found):
    cc, defs, cpp, cflags, ldadd = flags(build, "CC", "DEFS", "AM_CPPFLAGS", "DEPS_CFLAGS", "LDADD")
    args = cc + defs + cpp + cflags + ["-std=gnu11", "-O0", "-w"]
    calls, heads, jobs = "", "", []
    for i, (path, names) in enumerate(found):
        body = '#define main main_of_program\n#include "%s"\n#undef main\n' \
            "int try_sql(const char *, const struct sql *);\nvoid prepare_%d(void);\n" \
            "void prepare_%d(void)\n{\n\tsize_t i;\n\n\t(void)i;\n" % (path, i, i)
        for name, array in names:
            if array:
                body += "\tfor (i = 0; i < sizeof(%s) / sizeof(%s[0]); i++)\n\t\t" % (name, name)
            body += '\t(void)try_sql("%s %s", &%s%s);\n' % (path, name, name,
                                                            "[i]" if array else "")
        heads += "void prepare_%d(void);\n" % i
        calls += "\tprepare_%d();\n" % i
        jobs.append(("p%d" % i, body + "}\n"))
    jobs.append(("main", MAIN % (heads, calls)))

    def one(job):
        with open(os.path.join(where, job[0] + ".c"), "w") as f:
            f.write(job[1])
        return subprocess.run(args + ["-c", "-o", os.path.join(where, job[0] + ".o"), f.name],
                              cwd=build, stderr=subprocess.PIPE, text=True)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for out in pool.map(one, jobs):
            if out.returncode:
                raise RuntimeError(out.stderr[:2000])
    program = os.path.join(where, "statements")
    out = subprocess.run(cc + ["-o", program] + [os.path.join(where, j[0] + ".o") for j in jobs] +
                         ldadd, cwd=build, stderr=subprocess.PIPE, text=True)
    if out.returncode:
        raise RuntimeError(out.stderr[-3000:])
    return program


def prepare(inst, program, user):
    env = {"PATH": os.environ["PATH"], "PRAXIS_CONF": inst.conf, "TZ": "UTC"}
    if user != "page":
        with open(os.path.join(inst.dir, "secret", user)) as f:
            env.update(PRAXIS_DB_USER="praxis_" + user, PRAXIS_DB_PASSWORD=f.read().strip())
    out = subprocess.run([program], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                         text=True, timeout=180)
    result = dict(reversed(x.split(" ", 1)) for x in out.stdout.splitlines())
    return result, out.stderr


def judge(t, inst):
    found = constants(inst.src)
    number = sum(len(names) for _, names in found)
    where = tempfile.mkdtemp(prefix="praxis-sql-")
    try:
        program = compile_all(inst.build, where, found)
        page, said = prepare(inst, program, "page")
        work, said_work = prepare(inst, program, "work")
        owner, _ = prepare(inst, program, "owner")
    finally:
        shutil.rmtree(where)
    t.same((page.pop("control", 0), work.pop("control", 0)), ("bad", "bad"),
           "a wrong statement is refused")
    t.ok(len(page) == len(work) == number and number > 100, "%d statements in %d files were tried"
         % (number, len(found)), len(page), said[-500:])
    for path, names in found:
        bad = []
        for name, _ in names:
            key = "%s %s" % (path, name)
            good = page.get(key) == "good" or work.get(key) == "good"
            # Only the migration speaks as the owner of the schema.
            if path == "work/migrate.c":
                good = owner.get(key) == "good"
            if not good:
                bad.append(name)
        t.ok(not bad, path, *(bad + [x for x in (said + said_work).splitlines()
                                     if "level=fault" in x][:6] if bad else []))


def main():
    t = Tap()
    if os.environ.get("PRAXIS_CONF") and os.environ.get("PRAXIS_DIR"):
        judge(t, shared())
    else:
        with Instance(JOBS="no") as inst:
            judge(t, inst)
    return t.done()


if __name__ == "__main__":
    sys.exit(main())
