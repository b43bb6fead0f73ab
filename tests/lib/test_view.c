/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Views: escaping in every context, sections, includes, what is refused, memory. */

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "lib/arena.h"
#include "lib/conf.h"
#include "lib/template.h"
#include "lib/view.h"

static const char EVIL[] = "<script>...\"'\\`&;{}</script>\xe2\x80\xa8";
static char dir[] = "/tmp/praxis-view-XXXXXX";
static struct arena *mem;

static void
spill(const char *file, const char *text)
{
	char path[200];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", dir, file);
	f = fopen(path, "w");
	assert_non_null(f);
	assert_int_equal(fwrite(text, 1, strlen(text), f), strlen(text));
	assert_int_equal(fclose(f), 0);
}

static char *
show(struct view *v, const char *file)
{
	char *text;
	size_t len;

	if (view_render(v, mem, file, &text, &len) != OK)
		return NULL;
	assert_int_equal(strlen(text), len);
	return text;
}

/* The template with X set to a value; NULL when it is refused. */
static char *
probe(const char *tpl, const char *x)
{
	static int n;
	struct view *v = view_new(mem);
	char file[40];

	snprintf(file, sizeof(file), "page/probe%d.tpl", n++);
	spill(file, tpl);
	view_set(v, "X", x);
	view_set(v, "Y", x);
	return show(v, file);
}

static int
count(const char *text, const char *what)
{
	int n = 0;

	for (; (text = strstr(text, what)) != NULL; text += strlen(what))
		n++;
	return n;
}

static void
test_escapes_text(void **state)
{
	static const char *const tpls[] = {
		"<p>{{X}}</p>", "<title>{{X}}</title>", "<textarea>{{X}}</textarea>",
		"<noscript>{{X}}</noscript>", "<p class=\"{{X}}\"></p>", "<p class='{{X}}'></p>",
		"<input data-json=\"{{X}}\">", "<p>{{X}}{{Y}}</p>"
	};
	size_t i;
	char *html;

	(void)state;
	for (i = 0; i < sizeof(tpls) / sizeof(tpls[0]); i++) {
		html = probe(tpls[i], EVIL);
		assert_non_null(html);
		assert_null(strstr(html, "<script"));
		assert_non_null(strstr(html, "&lt;script&gt;"));
		assert_non_null(strstr(html, "&quot;&#39;"));
		assert_int_equal(count(html, "<"), count(tpls[i], "<"));
	}
	assert_string_equal(probe("<p>{{X}}</p>", "a & b"), "<p>a &amp; b</p>");
}

static void
test_checks_schemes(void **state)
{
	static const char *const tpls[] = {
		"<a href=\"{{X}}\">x</a>", "<img src=\"{{X}}\" alt=\"\">",
		"<form action=\"{{X}}\"></form>", "<q cite=\"{{X}}\"></q>", "<a href='{{X}}'>x</a>",
		"<p background=\"{{X}}\"></p>", "<a href=\"{{X}}/more\">x</a>"
	};
	static const char *const bad[] = {
		"javascript:alert('1')\"><x>", "JaVaScRiPt:alert(1)", " javascript:alert(1)",
		"\tjavascript:alert(1)", "java\nscript:alert(1)", "\x01javascript:alert(1)",
		"data:text/html,x", "vbscript:x", "blob:x"
	};
	size_t i, j;
	char *html;

	(void)state;
	for (i = 0; i < sizeof(tpls) / sizeof(tpls[0]); i++) {
		for (j = 0; j < sizeof(bad) / sizeof(bad[0]); j++) {
			html = probe(tpls[i], bad[j]);
			assert_non_null(html);
			assert_null(strcasestr(html, "script:"));
			assert_null(strstr(html, "data:"));
			assert_null(strstr(html, "blob:"));
		}
		assert_non_null(
		    strstr(probe(tpls[i], "https://a.example/b"), "https://a.example/b"));
		assert_non_null(strstr(probe(tpls[i], "/coaches"), "/coaches"));
	}
	html = probe("<meta http-equiv=\"refresh\" content=\"0;url={{X}}\">",
	    "javascript:alert(1)");
	assert_null(strstr(html, "javascript"));
	html = probe("<a href=\"/s?q={{X:url_query_escape}}\">x</a>", "a&b=c\"");
	assert_string_equal(html, "<a href=\"/s?q=a%26b%3Dc%22\">x</a>");
	html = probe("<a href=\"mailto:{{X}}\">x</a>", "a@b.example");
	assert_string_equal(html, "<a href=\"mailto:a@b.example\">x</a>");
}

/* What somebody wrote in several lines comes back in several lines. */
static void
test_keeps_lines(void **state)
{
	static const char text[] = "\ta\r\n  b\n\n<c>";

	(void)state;
	assert_string_equal(probe("<textarea>{{X}}</textarea>", text),
	    "<textarea>\ta\r\n  b\n\n&lt;c&gt;</textarea>");
	assert_string_equal(probe("<p>{{X}}</p>", text), "<p>\ta\r\n  b\n\n&lt;c&gt;</p>");
	assert_string_equal(probe("<p>{{#S}}{{/S}}{{X}}, {{X}}</p>", "a\n"), "<p>a\n, a\n</p>");
	assert_string_equal(probe("<input value=\"{{X}}\">", text),
	    "<input value=\"\ta\r\n  b\n\n&lt;c&gt;\">");
}

/* What the engine would let through: none of it loads. */
static void
test_refuses(void **state)
{
	static const char *const tpls[] = {
		"<p>{{X:none}}</p>", "<p>{{X:json_escape}}</p>", "<p>{{X:h:none}}</p>",
		"<p>{{X:x-mine}}</p>", "<p>{{X_MD}}</p>", "<p title=\"{{X_MD:none}}\"></p>",
		"<a href=\"{{X_MD:none}}\">x</a>", "{{%AUTOESCAPE context=\"HTML\"}}<p></p>",
		"{{=<% %>=}}<p><%X%></p>", "<p>{{X }}</p>", "<p>{{X</p>", "<p>{{}}</p>",
		"<p class={{X}}></p>", "<p {{X}}></p>", "<p {{X}}=\"a\"></p>", "<{{X}}>",
		    "</{{X}}>",
		"<p{{X}}>", "<!-- {{X}} -->", "a < b", "<p class=a></p>",
		"<script>{{X}}</script>", "<script>var a = 1;</script>", "<style>p {}</style>",
		"<script src=\"/a.js\">{{X}}</script>",
		"<p onclick=\"f('{{X}}')\"></p>", "<p onclick=\"f()\"></p>",
		    "<p style=\"{{X}}\"></p>",
		"<iframe srcdoc=\"{{X}}\"></iframe>", "<p hx-get=\"{{X}}\"></p>",
		"<button formaction=\"{{X}}\">x</button>", "<use xlink:href=\"{{X}}\"/>",
		"<video poster=\"{{X}}\"></video>", "<img srcset=\"{{X}} 2x\">",
		    "<a ping=\"{{X}}\">x</a>",
		"<a href=\" {{X}}\">x</a>", "<a href=\"javascript:f({{X}})\">x</a>",
		"<a href=\"java{{X}}\">x</a>", "<a href=\"{{X}}{{Y}}\">x</a>",
		    "<a href = \"{{X}}\">x</a>",
		"<a href=\"{{X:url_query_escape}}\">x</a>",
		"<a href=\"{{#A}}/a{{/A}}{{X}}\">x</a>", "<a href=\"{{#A}}{{X}}{{/A}}\">x</a>",
		"<script>{{#A}}</script>{{/A}}{{X}}", "<p {{#A}}class=\"{{/A}}{{X}}\"></p>",
		"<p {{#A}}data-{{/A}}href=\"{{X}}\"></p>", "<a da{{#A}}ta{{/A}}=\"{{X}}\">x</a>",
		"<a {{#A}}data-x{{/A}}=\"{{X}}\">x</a>", "<h{{#A}}1{{/A}}>",
		"<p a{{#A}}=\"b\"{{/A}}>", "<p a{{#A}} b{{/A}}=\"{{X}}\">",
		    "<p a{{#A}}{{/A}}b=\"c\">",
		"<p{{#A}} a{{/A}}b=\"c\">", "{{#A}}<p>", "<p>{{/A}}", "{{#A}}{{#B}}{{/A}}{{/B}}",
		    "{{#A}}<p {{/A}}>",
		"<p title=\"{{>ROW}}\"></p>", "<script>{{>ROW}}</script>",
		    "<textarea>{{>ROW}}</textarea>",
		"<p {{>ROW}}></p>", "<p", "<script>", "<!-- ", "<p title=\"a",
		    "<p>{{>NOT_THERE}}</p>",
		"<p>{{>../page}}</p>", "{{{X}}}", "{{#a}}x{{/a}}", "{{#A:x}}{{/A:x}}", "{{#}}{{/}}",
		"{{#LIST}}x{{#LIST_separator}},{{/LIST_separator}}{{/LIST}}",
		    "<p>{{X:pre_escape}}</p>"
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(tpls) / sizeof(tpls[0]); i++)
		if (probe(tpls[i], "x") != NULL)
			fail_msg("not refused: %s", tpls[i]);
	assert_int_equal(view_load("../page/probe0.tpl"), BROKEN);
	assert_int_equal(view_load("/etc/passwd"), BROKEN);
	assert_int_equal(view_load("page/none.tpl"), BROKEN);
	assert_int_equal(view_load(""), BROKEN);
}

/* Ordinary markup that must not be caught by the above. */
static void
test_accepts(void **state)
{
	static const char *const tpls[] = {
		"<!doctype html>\n<html lang=\"{{X}}\"><head><script src=\"/js/a.js\" "
		"defer></script>\n"
		"<link rel=\"stylesheet\" href=\"/css/a.css\"></head><body></body></html>",
		"<option value=\"{{X}}\"{{#S}} selected{{/S}}>{{X}}</option>",
		"<input type=\"checkbox\" name=\"a\" {{#S}}checked{{/S}}>",
		"<p class=\"a{{#S}} b-{{X}}{{/S}}\">x</p>",
		"<td{{#S}} class=\"a\"{{/S}}>{{X}}</td>",
		    "<input required{{#S}} title=\"{{X}}\"{{/S}}>",
		"<input required{{#S}} a=\"b\"{{/S}}{{#T}} c{{/T}} d=\"{{X}}\">",
		"<br/><img src=\"/i.png\" alt=\"{{X}}\"/>",
		"<a href=\"{{#S}}/a{{/S}}{{#T}}/b{{/T}}\">x</a>",
		"<a href=\"/{{X}}?a={{Y}}&amp;b\">x</a>", "<a href=\"{{X}}?a={{Y}}#{{Y}}\">x</a>",
		"<svg><use href=\"/i.svg#{{X}}\"/></svg>",
		"<!-- plain -->{{! a remark with <b }}<p>1 &lt; 2</p>",
		"<a href=\"?m={{X}}\">x</a>", "<button formaction=\"/x/{{X}}\">x</button>",
		"<a href=\"tel:{{X}}\">x</a>", "<p title='it is \"{{X}}\"'>a=b \"c\" > d</p>"
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(tpls) / sizeof(tpls[0]); i++)
		if (probe(tpls[i], "x") == NULL)
			fail_msg("refused: %s", tpls[i]);
}

static void
test_sections(void **state)
{
	struct view *v = view_new(mem), *row, *sub;

	(void)state;
	spill("page/rows.tpl",
	    "{{#LIST}}\n[{{SITE}} {{NAME}}{{#TAG}} {{NAME}}-{{WORD}}{{/TAG}}"
	    "{{#MINE}} mine{{/MINE}}{{#ALL}} "
	    "{{NAME}}!{{/ALL}}]\n{{/LIST}}\n{{#NONE}}none{{/NONE}}");
	view_set(v, "SITE", "S");
	view_set(v, "NAME", "outer");
	view_show(v, "ALL");
	row = view_add(v, "LIST");
	view_set(row, "NAME", "one");
	sub = view_add(row, "TAG");
	view_set(sub, "WORD", "a");
	sub = view_add(row, "TAG");
	view_set(sub, "WORD", "b");
	row = view_add(v, "LIST");
	view_fmt(row, "NAME", "%s%d", "two", 2);
	view_show_if(row, "MINE", true);
	view_show_if(row, "NONE", false);
	row = view_add(v, "LIST");
	view_int(row, "NAME", 3);
	view_int(row, "NAME", INT64_MIN);
	assert_string_equal(show(v, "page/rows.tpl"),
	    "[S one one-a one-b one!]\n[S two2 mine two2!]\n"
	    "[S -9223372036854775808 -9223372036854775808!]\n");
	view_show(v, "NONE");
	assert_non_null(strstr(show(v, "page/rows.tpl"), "none"));
	view_hide(v, "NONE");
	view_hide(v, "NEVER");
	assert_null(strstr(show(v, "page/rows.tpl"), "none"));
	assert_true(view_has(v, "NAME"));
	assert_false(view_has(v, "NONE"));
}

/* Answers below answers: a part that includes itself ends where there are no more rows. */
static void
test_recursion(void **state)
{
	struct view *v = view_new(mem), *row;

	(void)state;
	spill("part/answer-tree.tpl", "{{#ANSWER}}<i>{{WORD}}{{>ANSWER_TREE}}</i>{{/ANSWER}}");
	spill("page/tree.tpl", "{{>ANSWER_TREE}}");
	row = view_add(v, "ANSWER");
	view_set(row, "WORD", "a");
	row = view_add(row, "ANSWER");
	view_set(row, "WORD", "b");
	row = view_add(v, "ANSWER");
	view_set(row, "WORD", "c");
	assert_string_equal(show(v, "page/tree.tpl"), "<i>a<i>b</i></i><i>c</i>");
}

static void
test_includes(void **state)
{
	struct view *v = view_new(mem), *row;
	char *html;

	(void)state;
	spill("layout/form.tpl", "<input value=\"{{TOKEN}}\">\n");
	spill("layout/base.tpl", "<body>\n\t{{>PAGE}}\n\t</body>\n");
	spill("part/row.tpl", "<li>{{NAME}}</li>\n");
	spill("page/list.tpl",
	    "<form method=\"post\" action=\"/x\">\n\t{{>FORM}}\n\t<ul>\n"
	    "\t{{#ITEM}}\n\t\t{{>ROW}}\n\t{{/ITEM}}\n\t</ul><textarea>{{NOTE}}</textarea></"
	    "form>\n");
	view_set(v, "TOKEN", "<t>");
	view_set(v, "NOTE", "a\n  b\n\nc");
	row = view_add(v, "ITEM");
	view_set(row, "NAME", EVIL);
	assert_null(show(v, "layout/base.tpl"));
	assert_string_equal(view_missing(), ">PAGE");
	view_include(v, "PAGE", "page/list.tpl");
	html = show(v, "layout/base.tpl");
	assert_non_null(html);
	assert_non_null(strstr(html, "value=\"&lt;t&gt;\""));
	assert_non_null(strstr(html, "<li>&lt;script&gt;"));
	/* No indentation creeps into what somebody typed. */
	assert_non_null(strstr(html, "<textarea>a\n  b\n\nc</textarea>"));
	view_include(v, "PAGE", "page/list-that-is-not-there.tpl");
	assert_null(show(v, "layout/base.tpl"));
	view_include(v, "PAGE", "../page/list.tpl");
	assert_null(show(v, "layout/base.tpl"));
}

static void
test_missing(void **state)
{
	struct view *v = view_new(mem);
	int status;
	pid_t pid;

	(void)state;
	spill("page/gap.tpl", "<p>{{A}}{{B}}{{A}}{{#S}}{{C}}{{/S}}{{#T}}{{D}}{{/T}}</p>");
	view_set(v, "B", NULL);
	view_show(v, "T");
	assert_null(show(v, "page/gap.tpl"));
	assert_string_equal(view_missing(), "A D");
	view_set(v, "A", "a");
	view_set(v, "D", "d");
	assert_string_equal(show(v, "page/gap.tpl"), "<p>aad</p>");
	assert_string_equal(view_missing(), "");
	/* Live, the visitor gets the page all the same. */
	if ((pid = fork()) == 0) {
		execl("/proc/self/exe", "test_view", "live", dir, (char *)NULL);
		_exit(127);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
}

static void
test_reserved(void **state)
{
	struct view *v = view_new(mem);

	(void)state;
	spill("page/md.tpl", "<div>{{X_MD:none}}</div>");
	view_set(v, "X_MD", "<b>raw</b>");
	assert_string_equal(show(v, "page/md.tpl"), "<div></div>");
	view_fmt(v, "X_MD", "<%s>", "b");
	assert_string_equal(show(v, "page/md.tpl"), "<div></div>");
	view_markdown(v, "X_MD", "**bold**");
	assert_string_equal(show(v, "page/md.tpl"), "<div><p><strong>bold</strong></p>\n</div>");
	spill("page/bi.tpl", "<p>{{BI_SPACE}}{{X}}</p>");
	view_set(v, "BI_SPACE", EVIL);
	view_markdown(v, "X", "<b>**x**");
	assert_string_equal(show(v, "page/bi.tpl"), "<p></p>");
}

static void
test_markdown(void **state)
{
	static const struct {
		const char *in, *has, *lacks;
	} t[] = {
		{ "a <b onclick=\"x()\">c</b>", "<p>a ", "<b" },
		{ "<script>alert(1)</script>", "", "<script" },
		{ "<iframe src=x></iframe>", "", "<iframe" },
		{ "[x](javascript:alert(1))", "<a href=\"\">x</a>", "javascript" },
		{ "[x](JAVASCRIPT&#58;alert(1))", "<a href=\"\">x</a>", "alert" },
		{ "[x](data:text/html,a)", "<a href=\"\">x</a>", "data:" },
		{ "[x](vbscript:a)", "<a href=\"\">x</a>", "vbscript" },
		{ "<javascript:alert(1)>", "", "href=\"javascript" },
		{ "[x](/a\"onmouseover=\"b)", "", "\"onmouseover" },
		{ "![cat](https://spy.example/i.png)", "cat", "<img" },
		{ "![a ![b](x) *c*](data:image/png;base64,AA) end", "end", "<img" },
		{ "a ![[in](javascript:x)](y) b", "in", "javascript" },
		{ "| a | b |\n|---|---|\n| 1 | <i>2 |\n", "<table>", "<i>" },
		{ "~~gone~~", "<del>gone</del>", "~" },
		{ "see https://a.example/?a=1&b=2 now",
		    "<a href=\"https://a.example/?a=1&amp;b=2\">", "&b" },
		{ "a\xff\xfe"
		  "b",
		    "a\xef\xbf\xbd\xef\xbf\xbd"
		    "b",
		    "\xff" },
		{ "# Head\n\n- one\n- two", "<h1>Head</h1>", "#" },
		{ "{{X}} {{#A}}", "{{X}} {{#A}}", "<script" },
		{ "&lt;script&gt;", "&lt;script&gt;", "<script" },
	};
	struct view *v = view_new(mem);
	size_t i;
	char *html;

	(void)state;
	spill("page/mark.tpl", "<div>{{T_MD:none}}</div>");
	for (i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		view_markdown(v, "T_MD", t[i].in);
		html = show(v, "page/mark.tpl");
		assert_non_null(html);
		if (strstr(html, t[i].has) == NULL || strstr(html, t[i].lacks) != NULL)
			fail_msg("%s -> %s", t[i].in, html);
	}
	view_markdown(v, "T_MD", NULL);
	assert_string_equal(show(v, "page/mark.tpl"), "<div></div>");
}

static void
test_mail(void **state)
{
	struct view *v = view_new(mem), *row;

	(void)state;
	spill("mail/hello.text.tpl",
	    "Hello {{NAME}},\n\n{{#ITEM}}\n- {{WORD}} <{{URL}}>\n{{/ITEM}}\n\n"
	    "Bye.\n{{>MAIL_FOOT}}\n{{>SIGN}}");
	spill("mail/foot.text.tpl", "-- \n{{NAME}}\n");
	spill("mail/foot.tpl", "<hr>{{NAME}}");
	spill("part/sign.text.tpl", "A < B\n");
	spill("mail/hello.html.tpl", "<p>{{NAME}}</p>{{>MAIL_FOOT}}");
	spill("mail/hello.subject.tpl", "For {{NAME}}");
	view_set(v, "NAME", "Ann & <Bob>");
	view_set(v, "URL", "https://a.example/?a=1&b=2");
	row = view_add(v, "ITEM");
	view_set(row, "WORD", "x");
	row = view_add(v, "ITEM");
	view_set(row, "WORD", "y");
	assert_string_equal(show(v, "mail/hello.text.tpl"),
	    "Hello Ann & <Bob>,\n\n- x <https://a.example/?a=1&b=2>\n"
	    "- y <https://a.example/?a=1&b=2>\n\nBye.\n-- \nAnn & <Bob>\nA < B\n");
	assert_string_equal(show(v, "mail/hello.subject.tpl"), "For Ann & <Bob>");
	assert_string_equal(show(v, "mail/hello.html.tpl"),
	    "<p>Ann &amp; &lt;Bob&gt;</p><hr>Ann &amp; &lt;Bob&gt;");
	/* Text has no markup to be rendered into, and never becomes part of a page. */
	spill("mail/bad.text.tpl", "{{X_MD:none}}");
	assert_int_equal(view_load("mail/bad.text.tpl"), BROKEN);
	view_include(v, "PAGE", "mail/hello.text.tpl");
	assert_null(show(v, "layout/base.tpl"));
}

static void
test_reload(void **state)
{
	struct view *v = view_new(mem);

	(void)state;
	spill("page/now.tpl", "<p>{{>CHANGING}}</p>");
	spill("part/changing.tpl", "one");
	assert_string_equal(show(v, "page/now.tpl"), "<p>one</p>");
	spill("part/changing.tpl", "second");
	assert_string_equal(show(v, "page/now.tpl"), "<p>second</p>");
	spill("part/changing.tpl", "{{X:none}}");
	assert_null(show(v, "page/now.tpl"));
	assert_null(show(v, "page/now.tpl"));
	spill("part/changing.tpl", "third!");
	assert_string_equal(show(v, "page/now.tpl"), "<p>third!</p>");
}

static long
resident(void)
{
	long pages = 0;
	FILE *f = fopen("/proc/self/statm", "r");

	assert_non_null(f);
	assert_int_equal(fscanf(f, "%*d %ld", &pages), 1);
	fclose(f);
	return pages * (sysconf(_SC_PAGESIZE) / 1024);
}

static void
fifty_rows(struct arena *a)
{
	static const char *const names[] = { "A", "B", "C", "D", "E", "F", "G", "H", "I" };
	struct view *v = view_new(a), *row;
	char *text;
	size_t len, i, j;

	view_set(v, "TITLE", "Fifty");
	for (i = 0; i < 50; i++) {
		row = view_add(v, "LINE");
		for (j = 0; j < 9; j++)
			view_fmt(row, names[j], "value %zu & %zu", i, j);
	}
	assert_int_equal(view_render(v, a, "page/fifty.tpl", &text, &len), OK);
	assert_true(len > 5000);
}

static void
test_memory_is_flat(void **state)
{
#ifdef PRAXIS_SANITIZE	/* it keeps what was given back; its own leak check is the test */
	enum { ROUNDS = 300, GROWTH = 1 << 20 };
#else
	enum { ROUNDS = 20000, GROWTH = 256 };
#endif
	struct arena *a = arena_new();
	long before;
	int i;

	(void)state;
	spill("page/fifty.tpl",
	    "<h1>{{TITLE}}</h1><ul>{{#LINE}}<li><b>{{A}}</b>{{B}}{{C}}{{D}}{{E}}"
	    "{{F}}{{G}}{{H}}<a href=\"/x/{{I}}\">{{>TWICE}}</a></li>{{/LINE}}</ul>");
	spill("part/twice.tpl", "{{A}} {{B}}");
	for (i = 0; i < 200; i++) {
		fifty_rows(a);
		arena_reset(a);
	}
	before = resident();
	for (i = 0; i < ROUNDS; i++) {
		fifty_rows(a);
		arena_reset(a);
	}
	assert_true(resident() - before < GROWTH);
	arena_free(a);
}

static int
set_up(void **state)
{
	static const char *const dirs[] = { "page", "part", "layout", "mail" };
	char path[100];
	size_t i;

	(void)state;
	if (mkdtemp(dir) == NULL)
		return -1;
	for (i = 0; i < sizeof(dirs) / sizeof(dirs[0]); i++) {
		snprintf(path, sizeof(path), "%s/%s", dir, dirs[i]);
		if (mkdir(path, 0700) != 0)
			return -1;
	}
	setenv("PRAXIS_CONF", "/dev/null", 1);
	setenv("PRAXIS_MODE", "test", 1);
	setenv("PRAXIS_TEMPLATES", dir, 1);
	conf_load();
	mem = arena_new();
	spill("part/row.tpl", "row");
	return 0;
}

static int
tear_down(void **state)
{
	char cmd[100];

	(void)state;
	arena_free(mem);
	snprintf(cmd, sizeof(cmd), "rm -rf %s", dir);
	return system(cmd);
}

/* In live mode: a missing value is no reason to refuse, and a file is read once. */
static int
live(const char *templates)
{
	struct view *v;
	char *text;
	size_t len;

	setenv("PRAXIS_MODE", "live", 1);
	setenv("PRAXIS_TEMPLATES", templates, 1);
	snprintf(dir, sizeof(dir), "%s", templates);
	conf_load();
	mem = arena_new();
	v = view_new(mem);
	if (view_render(v, mem, "page/gap.tpl", &text, &len) != OK ||
	    strcmp(text, "<p></p>") != 0 ||
	    strcmp(view_missing(), "A B") != 0)
		return 1;
	spill("page/gap.tpl", "changed, and longer than it was before");
	if (view_render(v, mem, "page/gap.tpl", &text, &len) != OK || strcmp(text, "<p></p>") != 0)
		return 2;
	arena_free(mem);
	return 0;
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_escapes_text),
		cmocka_unit_test(test_checks_schemes),
		cmocka_unit_test(test_keeps_lines),
		cmocka_unit_test(test_refuses),
		cmocka_unit_test(test_accepts),
		cmocka_unit_test(test_sections),
		cmocka_unit_test(test_recursion),
		cmocka_unit_test(test_includes),
		cmocka_unit_test(test_missing),
		cmocka_unit_test(test_reserved),
		cmocka_unit_test(test_markdown),
		cmocka_unit_test(test_mail),
		cmocka_unit_test(test_reload),
		cmocka_unit_test(test_memory_is_flat),
	};

	if (argc == 3 && strcmp(argv[1], "live") == 0)
		return live(argv[2]);
	return cmocka_run_group_tests_name("view", tests, set_up, tear_down);
}
