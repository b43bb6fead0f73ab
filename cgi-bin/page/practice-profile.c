/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the public reads about me as a coach: seen and changed. */

#include <string.h>
#include <strings.h>

#include "lib/country.h"
#include "lib/field.h"
#include "lib/str.h"
#include "page.h"
#include "part/practice.h"
#include "part/zone.h"

enum { NAME, HEADLINE, BIO, SPECIALTIES, CUSTOM, CITY, COUNTRY, LANGUAGES, ZONE };

enum { TAGS = 12, TAG_CHARACTERS = 60 };

static const struct field fields[] = {
	[NAME] = { "name", FIELD_TEXT, .required = true, .max = 120, .label = "your display name" },
	[HEADLINE] = { "headline", FIELD_TEXT, .max = 160 },
	[BIO] = { "bio", FIELD_LINES, .max = 5000 },
	[SPECIALTIES] = { "specialties", FIELD_TEXT, .max = 800 },
	[CUSTOM] = { "custom", FIELD_TEXT, .max = 120 },
	[CITY] = { "city", FIELD_TEXT, .max = 80 },
	[COUNTRY] = { "country", FIELD_TEXT, .max = 2 },
	[LANGUAGES] = { "languages", FIELD_TEXT, .max = 800 },
	[ZONE] = { "zone", FIELD_ZONE, .required = true, .label = "a time zone" },
	{ .name = NULL },
};

/* Lines as a person types them in one field. */
static char *
with_commas(struct ctx *cx, const char *lines)
{
	struct buf b;

	buf_init(&b, cx->mem);
	buf_str(&b, "");
	for (; *lines != '\0'; lines++)
		buf_fmt(&b, *lines == '\n' ? ", " : "%c", *lines);
	return b.p;
}

static void
show_countries(struct view *v, const char *chosen)
{
	const struct country *all;
	struct view *option;
	int i, n;

	all = country_all(&n);
	for (i = 0; i < n; i++) {
		option = view_add(v, "COUNTRY_OPTION");
		view_set(option, "COUNTRY_CODE", all[i].code);
		view_set(option, "COUNTRY_NAME", all[i].name);
		view_show_if(option, "CHOSEN", str_eq(all[i].code, chosen));
	}
}

static enum outcome
show(struct req *rq, struct view *v)
{
	const char *country = input_typed(rq->in, COUNTRY), *zone = input_typed(rq->in, ZONE);
	struct profile p;
	enum outcome res;

	if ((res = part_practice(rq->cx, v, "TAB_PROFILE", &p)) != OK)
		return res;
	view_set(v, "V_NAME", p.name);
	view_set(v, "V_HEADLINE", p.headline);
	view_set(v, "V_BIO", p.bio);
	view_set(v, "V_SPECIALTIES", with_commas(rq->cx, p.specialties));
	view_set(v, "V_CUSTOM", p.custom_specialty);
	view_set(v, "V_CITY", p.city);
	view_set(v, "V_LANGUAGES", with_commas(rq->cx, p.languages));
	show_countries(v, country != NULL ? country : p.country);
	part_zone_options(v, zone != NULL ? zone : p.zone);
	return OK;
}

static bool
has_line(const char *lines, const char *tag)
{
	size_t n, len = strlen(tag);

	for (; *lines != '\0'; lines += n + (lines[n] == '\n')) {
		n = strcspn(lines, "\n");
		if (n == len && strncasecmp(lines, tag, n) == 0)
			return true;
	}
	return false;
}

static int
characters(const char *s)
{
	int n = 0;

	for (; *s != '\0'; s++)
		n += (*s & 0xc0) != 0x80;
	return n;
}

/* "Focus, calm,focus" becomes two lines; the fault is told beside the field. */
static enum outcome
read_tags(struct req *rq, int field, const char **lines)
{
	const char *text = in_text(rq, field), *tag;
	struct buf b;
	size_t n;
	int count = 0;

	buf_init(&b, rq->cx->mem);
	buf_str(&b, "");
	for (; *text != '\0'; text += n + (text[n] == ',')) {
		n = strcspn(text, ",");
		tag = field_trim(rq->cx->mem, arena_strn(rq->cx->mem, text, n));
		if (*tag == '\0' || has_line(b.p, tag))
			continue;
		if (characters(tag) > TAG_CHARACTERS)
			return in_fault(rq, field, arena_fmt(rq->cx->mem,
			    "At most %d characters for each, please.", TAG_CHARACTERS));
		if (++count > TAGS)
			return in_fault(rq, field, arena_fmt(rq->cx->mem,
			    "At most %d, please: few are found better than many.", TAGS));
		buf_fmt(&b, "%s%s", b.len > 0 ? "\n" : "", tag);
	}
	*lines = b.p;
	return OK;
}

static bool
is_country(const char *code)
{
	const struct country *all;
	int i, n;

	all = country_all(&n);
	for (i = 0; i < n && !str_eq(all[i].code, code); i++)
		continue;
	return i < n || *code == '\0';
}

static enum outcome
save(struct req *rq)
{
	struct profile p;
	enum outcome res;

	if ((res = profile_mine(rq->cx, &p)) != OK)
		return res;
	p.name = in_text(rq, NAME);
	p.headline = in_text(rq, HEADLINE);
	p.bio = in_text(rq, BIO);
	p.custom_specialty = in_text(rq, CUSTOM);
	p.city = in_text(rq, CITY);
	p.country = in_text(rq, COUNTRY);
	p.zone = in_text(rq, ZONE);
	if (!is_country(p.country))
		return in_fault(rq, COUNTRY, "Please choose a country from the list.");
	if ((res = read_tags(rq, SPECIALTIES, &p.specialties)) != OK ||
	    (res = read_tags(rq, LANGUAGES, &p.languages)) != OK ||
	    (res = profile_save(rq->cx, &p)) != OK)
		return res;
	page_notice(rq, str_eq(p.status, "Approved") ? "Saved. Your profile shows it at once." :
	    "Saved. The public sees it as soon as you are approved.");
	return go(rq, "/practice/profile");
}

const struct page page = {
	.name = "practice-profile",
	.title = "My profile",
	.access = ACCESS_COACH,
	.fields = fields,
	.get = show,
	.post = save,
};
