#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Do the lints find anything? A small sound tree passes; each planted violation fails by its rule."""

import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.realpath(__file__))
LINTS = ("layers", "calls", "sql", "templates", "sizes", "texts")

C = "/* SPDX-License-Identifier: AGPL-3.0-or-later */\n"
QUERY = 'static const struct sql %s =\n    %s;\n'
USE = "static enum outcome\nf(struct ctx *cx)\n{\n\treturn sql_all(cx, &LIST, NO_ARGS, l, 1, a, &n);\n}\n"

SOUND = {
    "cgi-bin/page.h": C + '#include "lib/ctx.h"\n',
    "cgi-bin/work.h": C,
    "cgi-bin/lib/ctx.h": C,
    "cgi-bin/lib/sql.h": C,
    "cgi-bin/lib/view.h": C,
    "cgi-bin/lib/sql.c": C + '#include <mysql.h>\n#include "lib/sql.h"\n',
    "cgi-bin/peer/stripe.h": C,
    "cgi-bin/model/coach.h": C + '#include "lib/ctx.h"\n',
    "cgi-bin/model/coach.c": C + '#include "model/coach.h"\n/* free( and select * in words */\n'
        '#define COLUMNS \\\n\t"select id, name" \\\n\t" from coach"\n' +
        QUERY % ("LIST", 'SQL_TENANT(COLUMNS " where tenant_id = :tenant and at > :now"\n'
                 '    " and id > ? order by id limit 21")') + USE +
        QUERY % ("ONE", 'SQL_TENANT("select id from coach where tenant_id = :tenant and id = ?")') +
        QUERY % ("ALL", 'SQL_SHARED("select id from coach order by id limit 1")') +
        QUERY % ("FEW", 'SQL_TENANT("select roles from role where tenant_id = :tenant")') +
        USE.replace("LIST", "FEW").replace("f(", "g("),
    "cgi-bin/part/coach.h": C + '#include "model/coach.h"\n#include "lib/view.h"\n',
    "cgi-bin/page/coach.c": C + '#include "page.h"\n#include "part/coach.h"\n'
        'static enum outcome\nshow(void)\n{\n\treturn x.time(row_time(r), clock->free(1));\n}\n',
    "cgi-bin/work/outbox.c": C + '#include "work.h"\n',
    "cgi-bin/main.c": C + "int\nmain(void)\n{\n\texit(0);\n}\n",
    "templates/page/coach.tpl": '<h1>{{NAME}}</h1>\n{{! no {{ pragma here }}\n'
        '<a href="{{URL}}">a</a> <a href="/x?q={{Q:url_query_escape}}">b</a> {{TEXT_MD:none}}\n'
        '<a href="{{#A}}/a{{/A}}{{#B}}/b{{/B}}" class="x">c</a> <a href="mailto:{{MAIL}}">d</a>\n'
        '<img src="{{PICTURE}}" alt="">\n<form method="post" action="/x">{{>FORM}}\n'
        '<label for="n">Name</label><input id="n" name="n" value="{{V_N}}" {{#IS_N}}checked{{/IS_N}}>\n'
        '<label>Note <textarea name="t">{{V_T}}</textarea></label>\n'
        '<select name="s" aria-label="Sort"><option value="a">A</option></select>\n'
        '<input type="hidden" name="h" value="1"><button name="do" value="save">Save</button>\n'
        '</form>\n<form method="get" action="/coaches"><input name="q" aria-label="Find"></form>\n'
        '<script src="/js/app.js" type="module"></script>\n',
    "templates/mail/hello.text.tpl": "Hello {{NAME}} <onclick=1>\n",
    "htdocs/css/a.css": "/* SPDX-License-Identifier: AGPL-3.0-or-later */\n::place" "holder { }\n",
    "schema/0001-a.sql": "create table a (id int);\n",
    "tests/lint/allowed.txt": "# RULE FILE why\nno-process cgi-bin/main.c it has its reason\n",
    "tests/lint/shared.txt": "cgi-bin/model/coach.c:ALL because jobs do so\n",
    "tests/lint/unlimited.txt": "cgi-bin/model/coach.c:FEW there are four\n",
}

COACH, PAGE, TPL = "cgi-bin/model/coach.c", "cgi-bin/page/coach.c", "templates/page/coach.tpl"


def statement(text, mark="TENANT"):
    return QUERY % ("X", 'SQL_%s("%s")' % (mark, text))


def body(lines):
    return "static void\nlong_one(void)\n{\n" + "\tx();\n" * lines + "}\n"


# lint, rule, file, what is appended to it (or makes it)
PLANTED = [
    ("layers", "written-from-cgi-bin", COACH, '#include "coach.h"\n'),
    ("layers", "down", "cgi-bin/lib/ctx.h", '#include "model/coach.h"\n'),
    ("layers", "down", "cgi-bin/peer/stripe.h", '#include "model/coach.h"\n'),
    ("layers", "down", COACH, '#include "part/coach.h"\n'),
    ("layers", "down", "cgi-bin/part/coach.h", '#include "page.h"\n'),
    ("layers", "nobody-includes-a-program", PAGE, '#include "page/coach.c"\n'),
    ("layers", "part-not-peer", "cgi-bin/part/coach.h", '#include "peer/stripe.h"\n'),
    ("layers", "blind", COACH, '#include "lib/view.h"\n'),
    ("layers", "blind", "cgi-bin/peer/stripe.h", '#include "lib/sql.h"\n'),
    ("layers", "blind", "cgi-bin/work/outbox.c", '#include "page.h"\n'),
    ("layers", "no-loops", "cgi-bin/model/slot.h", C + '#include "model/coach.h"\n'),
    ("layers", "known-layers", "cgi-bin/other/x.c", C),
    ("calls", "no-memory", COACH, "char *x = malloc(1);\n"),
    ("calls", "no-memory", COACH, "free (x);\n"),
    ("calls", "never", PAGE, "strcpy(a, b);\n"),
    ("calls", "no-clock", COACH, "time(NULL);\n"),
    ("calls", "no-clock", PAGE, "localtime(&t);\n"),
    ("calls", "no-process", COACH, 'system("x");\n'),
    ("calls", "no-process", COACH, "exit(1);\n"),
    ("calls", "no-output", PAGE, 'printf("x");\n'),
    ("calls", "no-output", COACH, "fprintf(stderr, x);\n"),
    ("calls", "never", COACH, "rand();\n"),
    ("calls", "never", COACH, 'sscanf(s, "x");\n'),
    ("calls", "never", "cgi-bin/lib/sql.c", "sprintf(a, b);\n"),
    ("calls", "no-fractions", COACH, "double price;\n"),
    ("calls", "no-fractions", "cgi-bin/lib/ctx.h", "float x;\n"),
    ("calls", "no-goto-outside-lib", COACH, "goto out;\n"),
    ("calls", "one-file-per-library", COACH, "#include <mysql.h>\n"),
    ("calls", "one-file-per-library", PAGE, "#include <fcgiapp.h>\n"),
    ("calls", "one-file-per-library", "cgi-bin/lib/x.cc", C + "#include <ctemplate/template.h>\n"),
    ("calls", "one-file-per-library", "cgi-bin/peer/x.c", C + "#include <curl/curl.h>\n"),
    ("calls", "no-process", "tests/lint/allowed.txt", "no-process cgi-bin/work.c not so\n"),
    ("calls", "no-memory", "tests/lint/allowed.txt", "no-memory cgi-bin/main.c\n"),
    ("sql", "tenant-or-shared", COACH, 'static const struct sql X = { "select 1", true };\n'),
    ("sql", "tenant-or-shared", COACH, QUERY % ("X", "SQL_TENANT(OTHER)")),
    ("sql", "shared-has-a-reason", COACH, statement("select 1 from dual", "SHARED")),
    ("sql", "shared-has-a-reason", "tests/lint/shared.txt", "cgi-bin/model/coach.c:GONE why not\n"),
    ("sql", "tenant-is-bound", COACH, statement("select id from coach where id = ?")),
    ("sql", "tenant-is-bound", COACH, statement("select 1 where x = :tenants")),
    ("sql", "lists-are-limited", COACH,
     statement("select id from x where tenant_id = :tenant") +
     "static void\nh(void)\n{\n\tsql_all(cx, &X, NO_ARGS, l, 1, a, &n);\n}\n"),
    ("sql", "lists-are-limited", COACH,
     statement("select id from x where tenant_id = :tenant") +
     "static void\nh(const struct sql *q)\n{\n\tsql_all(cx, q, NO_ARGS, l, 1, a, &n);\n}\n"
     "static void\ni(void)\n{\n\th(&X);\n}\n"),
    ("sql", "lists-are-limited", COACH,
     statement("select id from x where tenant_id = :tenant") +
     "static void\nh(void)\n{\n\tconst struct sql *q = up ? &X : &LIST;\n\tsql_all(cx, q, A);\n}\n"),
    ("sql", "lists-are-limited", "tests/lint/unlimited.txt", "cgi-bin/model/coach.c:ONE for fun\n"),
    ("sql", "columns-by-name", COACH, statement("select * from x where tenant_id = :tenant")),
    ("sql", "columns-by-name", COACH, statement("select x.* from x where tenant_id = :tenant")),
    ("sql", "pages-by-key", COACH,
     statement("select id from x where tenant_id = :tenant limit 10 offset 20")),
    ("sql", "pages-by-key", COACH, statement("select id from x where a = :tenant limit ?, 10")),
    ("sql", "time-is-now", COACH, statement("select 1 where t = :tenant and at < now()")),
    ("sql", "time-is-now", COACH, statement("select 1 where t = :tenant and a < UTC_TIMESTAMP")),
    ("sql", "only-in-models", PAGE, statement("select 1 where t = :tenant")),
    ("templates", "no-pragma", TPL, '{{%AUTOESCAPE context="HTML"}}\n'),
    ("templates", "modifiers", TPL, "{{X:none}}\n"),
    ("templates", "modifiers", TPL, "{{X:json_escape}}\n"),
    ("templates", "modifiers", "templates/mail/hello.text.tpl", "{{X:none}}\n"),
    ("templates", "quoted-attributes", TPL, "<p class=a></p>\n"),
    ("templates", "quoted-attributes", TPL, "<p class={{X}}></p>\n"),
    ("templates", "no-script-in-attributes", TPL, '<p onclick="x()"></p>\n'),
    ("templates", "no-script-in-attributes", TPL, '<p {{#A}}ONLOAD="x()"{{/A}}></p>\n'),
    ("templates", "no-script-in-attributes", TPL, '<iframe srcdoc="x"></iframe>\n'),
    ("templates", "no-style", TPL, '<p style="color: red"></p>\n'),
    ("templates", "no-style", "htdocs/error/x.html", "<style>p { }</style>\n"),
    ("templates", "no-inline-script", TPL, "<script>x()</script>\n"),
    ("templates", "no-inline-script", TPL, '<script src="/a.js">{{X}}</script>\n'),
    ("templates", "no-inline-script", TPL, '<script src="{{X}}"></script>\n'),
    ("templates", "addresses", TPL, '<a href=" {{X}}">x</a>\n'),
    ("templates", "addresses", TPL, '<a href="x{{X}}">x</a>\n'),
    ("templates", "addresses", TPL, '<a href="JavaScript:x()">x</a>\n'),
    ("templates", "addresses", TPL, '<a href="{{#A}}javascript:x(){{/A}}">x</a>\n'),
    ("templates", "addresses", TPL, '<button formaction="{{X}}">x</button>\n'),
    ("templates", "addresses", TPL, '<img alt="" srcset="{{X}} 2x">\n'),
    ("templates", "addresses", TPL, '<video poster="{{X}}"></video>\n'),
    ("templates", "addresses", TPL, '<use xlink:href="{{X}}"></use>\n'),
    ("templates", "forms-carry-the-token", TPL, '<form method="post" action="/x"></form>\n'),
    ("templates", "forms-carry-the-token", TPL, '<form action="/x"></form>\n'),
    ("templates", "forms-carry-the-token", TPL, '<form method="get" action="/x">{{>FORM}}</form>\n'),
    ("templates", "forms-carry-the-token", TPL, "{{>FORM}}\n"),
    ("templates", "forms-carry-the-token", TPL, '<form method="post" action="/x">{{>FORM}}'
     '<input type="file" name="f" aria-label="File"></form>\n'),
    ("templates", "images-have-alt", TPL, '<img src="/a.png">\n'),
    ("templates", "fields-have-labels", TPL, '<input name="x">\n'),
    ("templates", "fields-have-labels", TPL, '<textarea name="x" id="y"></textarea>\n'),
    ("templates", "fields-have-labels", TPL, '<label for="y">Y</label><select name="x"></select>\n'),
    ("sizes", "functions-of-60-lines", COACH, body(59)),
    ("sizes", "files-of-450-lines", "cgi-bin/lib/x.c", C + "\n" * 450),
    ("sizes", "lines-of-100-columns", COACH, "/*" + "x" * 99 + "*/\n"),
    ("sizes", "lines-of-100-columns", COACH, "\t" * 12 + "xxxxx\n"),
    ("texts", "spdx", "cgi-bin/lib/x.c", "int x;\n"),
    ("texts", "spdx", "tests/run", "#!/bin/sh\n"),
    ("texts", "ends-of-lines", TPL, "<p></p> \n"),
    ("texts", "ends-of-lines", TPL, "<p></p>\r\n"),
    ("texts", "ends-of-lines", TPL, "<p></p>"),
    ("texts", "finished", COACH, "/* TO" "DO */\n"),
    ("texts", "finished", "schema/0001-a.sql", "-- FIX" "ME\n"),
    ("texts", "finished", TPL, "<p>This is a place" "holder.</p>\n"),
]

# What looks like a violation and is none.
FINE = [
    ("layers", "cgi-bin/model/slot.h", C + '/* #include "page.h" */\n'),
    ("calls", COACH, '/* malloc(1) */ const char *s = "free(x)";\n'),
    ("calls", COACH, "arena_free(x); row_time(r); x->free(y); my_exit(1);\n"),
    ("calls", "cgi-bin/lib/x.c", C + "free(x); exit(1); fprintf(stderr, x);\n"),
    ("sql", COACH, '#define TAGS(kind) \\\n\t"(select t from x where k = \'" kind "\')"\n' +
     QUERY % ("X", 'SQL_TENANT("select " TAGS("a") ", " TAGS("b") " from y where t = :tenant")')),
    ("sql", COACH, statement("select count(*) from x where t = :tenant and now_x = :now")),
    ("templates", TPL, '<a href="/a/{{X}}" data-json="{{Y}}">x</a>\n'),
    ("templates", TPL, '<!-- <form method="post"> --><input name="q" aria-label="Q" place'
     'holder="Find">\n'),
    ("sizes", COACH, body(58)),
    ("sizes", "tests/lib/test_x.c", C + "\n" * 500),
    ("texts", TPL, '<input place' 'holder="x">\n'),
]


def write(root, path, text, mode="w"):
    path = os.path.join(root, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, mode, encoding="utf-8", newline="") as f:
        f.write(text)


def run(root, lint):
    r = subprocess.run([sys.executable, "-B", os.path.join(HERE, lint + ".py"), root],
                       stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    failed = [line.split(" - ", 1)[1] for line in r.stdout.split("\n") if line.startswith("not ok")]
    return failed if (r.returncode != 0) == bool(failed) else ["crash: " + r.stdout]


def planted(top, n, path, text):
    """A tree of its own with something added to one of its files."""
    root = os.path.join(top, str(n))
    shutil.copytree(os.path.join(top, "sound"), root)
    write(root, path, text, "a")
    if path == "cgi-bin/model/slot.h" and "/*  #" not in text:
        write(root, "cgi-bin/model/coach.h", '#include "model/slot.h"\n', "a")
    return root


def main():
    top = tempfile.mkdtemp(prefix="praxis-lint-")
    tests = len(LINTS) + len(PLANTED) + len(FINE)
    print("1..%d" % tests)
    n = bad = 0

    def said(good, what, failed):
        nonlocal n, bad
        n += 1
        bad += not good
        print("%sok %d - %s" % ("" if good else "not ", n, what))
        if not good:
            print("# failed: " + "; ".join(failed).replace("\n", "\n# "))

    try:
        for path, text in SOUND.items():
            write(os.path.join(top, "sound"), path, text)
        for lint in LINTS:
            failed = run(os.path.join(top, "sound"), lint)
            said(not failed, lint + " passes what is sound", failed)
        for lint, rule, path, text in PLANTED:
            failed = run(planted(top, n, path, text), lint)
            said(failed == [rule], "%s: %s in %s" % (lint, rule, path), failed)
        for lint, path, text in FINE:
            failed = run(planted(top, n, path, text), lint)
            said(not failed, "%s: fine in %s" % (lint, path), failed)
    finally:
        shutil.rmtree(top)
    sys.exit(bad > 0)


main()
