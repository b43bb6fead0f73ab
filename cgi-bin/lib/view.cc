/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Views in the arena: filled by pages, printed through ctemplate. */

#include "lib/view.h"

#include <cstdarg>
#include <cstring>
#include <exception>
#include <new>
#include <string>

#include <ctemplate/template.h>

extern "C" {
#include "lib/arena.h"
#include "lib/conf.h"
#include "lib/log.h"
}
#include "lib/view_dict.h"
#include "lib/view_file.h"

static const size_t OUTPUT_KEEP = 1 << 20;

static std::string output;

static struct view *
make(struct arena *mem, struct view *outer)
{
	struct view *v = new (arena_get(mem, sizeof(struct view))) view();

	v->mem = mem;
	v->outer = outer;
	v->root = outer == nullptr ? v : outer->root;
	return v;
}

struct view *
view_new(struct arena *mem)
{
	return make(mem, nullptr);
}

/* Name and text into one piece of the arena; the place of an earlier value is used again. */
void
view_put(struct view *v, const char *name, const char *text, size_t text_len)
{
	size_t len = strlen(name);
	uint32_t hash = view_hash(name, len);
	struct value *val = const_cast<struct value *>(v->find(name, len, hash));
	char *p = static_cast<char *>(arena_get(v->mem, len + text_len + 2));

	memcpy(p, name, len);
	memcpy(p + len + 1, text, text_len);
	if (val == nullptr) {
		if (v->n == v->cap) {
			uint32_t cap = v->cap == 0 ? 12 : v->cap * 2;
			void *more = arena_get(v->mem, cap * sizeof(*val));

			if (v->n > 0)
				memcpy(more, v->values, v->n * sizeof(*val));
			v->values = static_cast<struct value *>(more);
			v->cap = cap;
		}
		val = &v->values[v->n++];
		v->seen |= 1ULL << (hash & 63);
	}
	*val = { hash, static_cast<uint32_t>(len), p, p + len + 1, text_len };
}

/* _MD is printed as it is, and the engine prints its own two names as they are. */
static bool
is_reserved(const char *name)
{
	size_t n = strlen(name);

	return (n >= 3 && strcmp(name + n - 3, "_MD") == 0) || strncmp(name, "BI_", 3) == 0;
}

void
view_set(struct view *v, const char *name, const char *text)
{
	if (text == nullptr)
		text = "";
	if (is_reserved(name)) {
		log_fault(nullptr, "view", "%s may not be set to a plain text", name);
		text = "";
	}
	view_put(v, name, text, strlen(text));
}

void
view_fmt(struct view *v, const char *name, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	view_set(v, name, arena_vfmt(v->mem, fmt, ap));
	va_end(ap);
}

void
view_int(struct view *v, const char *name, int64_t i)
{
	view_fmt(v, name, "%lld", static_cast<long long>(i));
}

static struct section *
section_of(struct view *v, const char *name)
{
	size_t len = strlen(name);
	uint32_t hash = view_hash(name, len);
	struct section *s = v->own_section(name, len, hash);

	if (s == nullptr)
		s = v->sections = new (arena_get(v->mem, sizeof(*s))) section{ v->sections,
			arena_strn(v->mem, name, len), len, hash, nullptr, nullptr };
	return s;
}

void
view_show(struct view *v, const char *name)
{
	(void)section_of(v, name);
}

void
view_show_if(struct view *v, const char *name, bool condition)
{
	if (condition)
		view_show(v, name);
}

void
view_hide(struct view *v, const char *name)
{
	size_t len = strlen(name);
	struct section *s = v->own_section(name, len, view_hash(name, len));
	struct section **at = &v->sections;

	if (s == nullptr)
		return;
	while (*at != s)
		at = &(*at)->next;
	*at = s->next;
}

bool
view_has(const struct view *v, const char *name)
{
	size_t len = strlen(name);

	return v->find(name, len, view_hash(name, len)) != nullptr;
}

struct view *
view_add(struct view *v, const char *name)
{
	struct section *s = section_of(v, name);
	struct view *row = make(v->mem, v);

	row->row_of = s;
	if (s->last != nullptr)
		s->last->next = row;
	else
		s->first = row;
	s->last = row;
	return row;
}

void
view_include(struct view *v, const char *name, const char *file)
{
	v->root->inclusions = new (arena_get(v->mem, sizeof(struct inclusion))) inclusion{
		v->root->inclusions, v, arena_str(v->mem, name), arena_str(v->mem, file) };
}

enum outcome
view_load(const char *file)
{
	try {
		view_file_round();
		return view_file_load(file);
	} catch (const std::exception &e) {
		log_fault(nullptr, "template", "%s: %s", file, e.what());
		return BROKEN;
	}
}

static enum outcome
load_all(const struct view *v, const char *file)
{
	enum outcome res;

	view_file_round();
	if ((res = view_file_load(file)) != OK)
		return res;
	for (const struct inclusion *in = v->root->inclusions; in != nullptr; in = in->next) {
		if (view_file_is_plain(in->file) != view_plain) {
			log_fault(nullptr, "view", "%s includes %s: text and HTML", file, in->file);
			return BROKEN;
		}
		if ((res = view_file_load(in->file)) != OK)
			return res;
	}
	return OK;
}

static enum outcome
render(struct view *v, const char *file)
{
	view_missed.clear();
	output.clear();
	view_plain = view_file_is_plain(file);
	if (load_all(v, file) != OK)
		return BROKEN;
	if (!ctemplate::ExpandTemplate(file, view_file_strip(file), v, &output)) {
		log_fault(nullptr, "view", "%s: the engine failed", file);
		return BROKEN;
	}
	if (!view_missed.empty()) {
		log_fault(nullptr, "view", "%s asks for %s", file, view_missed.c_str());
		return conf_is_live() ? OK : BROKEN;
	}
	return OK;
}

enum outcome
view_render(struct view *v, struct arena *mem, const char *file, char **text, size_t *len)
{
	enum outcome res;

	*text = nullptr;
	*len = 0;
	try {
		res = render(v, file);
	} catch (const std::exception &e) {
		log_fault(nullptr, "view", "%s: %s", file, e.what());
		return BROKEN;
	}
	if (res == OK) {
		*len = output.size();
		*text = arena_strn(mem, output.data(), output.size());
	}
	if (output.capacity() > OUTPUT_KEEP)
		std::string().swap(output);
	return res;
}

const char *
view_missing(void)
{
	return view_missed.c_str();
}
