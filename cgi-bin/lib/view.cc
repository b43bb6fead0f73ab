/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Views in the arena, behind the small interface through which ctemplate asks for values. */

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
#include "lib/markdown.h"
}
#include "lib/view_file.h"

using ctemplate::TemplateDictionaryInterface;
using ctemplate::TemplateString;

namespace {

struct value {
	uint32_t hash;
	uint32_t len; /* of the name; text follows its zero */
	const char *name;
	const char *text;
	size_t text_len;
};

struct section {
	struct section *next;
	const char *name;
	size_t len;
	uint32_t hash;
	struct view *first, *last; /* rows; none: shown once with the values at hand */
};

struct inclusion {
	struct inclusion *next;
	const struct view *owner;
	const char *name, *file;
};

std::string missing, output;
bool plain_now; /* the kind of the template being rendered */

const size_t MISSING_MAX = 1000, OUTPUT_KEEP = 1 << 20;

uint32_t
hash_of(const char *p, size_t n)
{
	uint32_t h = 2166136261U;

	for (size_t i = 0; i < n; i++)
		h = (h ^ static_cast<unsigned char>(p[i])) * 16777619U;
	return h;
}

void
miss(const char *mark, const char *name, size_t len)
{
	std::string word = mark + std::string(name, len);

	if (missing.size() > MISSING_MAX || (" " + missing + " ").find(" " + word + " ") != std::string::npos)
		return;
	if (!missing.empty())
		missing += ' ';
	missing += word;
}

} /* namespace */

struct view : public TemplateDictionaryInterface {
	struct arena *mem;
	struct view *outer, *root, *next;
	const struct section *row_of;
	uint32_t n, cap;
	uint64_t seen; /* one bit per low hash: most names are not here */
	struct value *values;
	struct section *sections;
	struct inclusion *inclusions; /* of all views, in the root */

	const struct value *find(const char *name, size_t len, uint32_t hash) const;
	struct section *own_section(const char *name, size_t len, uint32_t hash) const;
	const struct section *any_section(const TemplateString &name) const;

	TemplateString GetValue(const TemplateString &name) const override;
	bool IsHiddenSection(const TemplateString &name) const override;
	bool IsUnhiddenSection(const TemplateString &name) const override;
	Iterator *CreateSectionIterator(const TemplateString &name) const override;
	bool IsHiddenTemplate(const TemplateString &name) const override;
	Iterator *CreateTemplateIterator(const TemplateString &name) const override;
	const char *GetIncludeTemplateName(const TemplateString &name, int) const override;
	void DumpToString(std::string *out, int level) const override;

	struct Rows;
};

struct view::Rows : public Iterator {
	const struct view *at;

	explicit Rows(const struct view *first) : at(first) {}
	bool HasNext() const override { return at != nullptr; }
	const TemplateDictionaryInterface &Next() override;
};

const TemplateDictionaryInterface &
view::Rows::Next()
{
	const struct view *v = at;

	at = at->next;
	return *v;
}

const struct value *
view::find(const char *name, size_t len, uint32_t hash) const
{
	if ((seen & 1ULL << (hash & 63)) == 0)
		return nullptr;
	for (uint32_t i = 0; i < n; i++)
		if (values[i].hash == hash && values[i].len == len &&
		    memcmp(values[i].name, name, len) == 0)
			return &values[i];
	return nullptr;
}

struct section *
view::own_section(const char *name, size_t len, uint32_t hash) const
{
	for (struct section *s = sections; s != nullptr; s = s->next)
		if (s->hash == hash && s->len == len && memcmp(s->name, name, len) == 0)
			return s;
	return nullptr;
}

/* A row does not see the list it is in, so that a part may include itself for what lies below. */
const struct section *
view::any_section(const TemplateString &name) const
{
	uint32_t hash = hash_of(name.data(), name.size());

	for (const struct view *v = this; v != nullptr; v = v->outer) {
		const struct section *s = v->own_section(name.data(), name.size(), hash);

		if (s != nullptr)
			return s;
		if (v->row_of != nullptr && v->row_of->hash == hash &&
		    v->row_of->len == name.size() &&
		    memcmp(v->row_of->name, name.data(), name.size()) == 0)
			return nullptr;
	}
	return nullptr;
}

TemplateString
view::GetValue(const TemplateString &name) const
{
	uint32_t hash = hash_of(name.data(), name.size());

	for (const struct view *v = this; v != nullptr; v = v->outer) {
		const struct value *val = v->find(name.data(), name.size(), hash);

		if (val != nullptr)
			return TemplateString(val->text, val->text_len);
	}
	miss("", name.data(), name.size());
	return TemplateString("", 0);
}

bool
view::IsHiddenSection(const TemplateString &name) const
{
	return any_section(name) == nullptr;
}

bool
view::IsUnhiddenSection(const TemplateString &name) const
{
	return !IsHiddenSection(name);
}

TemplateDictionaryInterface::Iterator *
view::CreateSectionIterator(const TemplateString &name) const
{
	const struct section *s = any_section(name);

	return new Rows(s == nullptr ? nullptr : s->first);
}

bool
view::IsHiddenTemplate(const TemplateString &) const
{
	return false;
}

/* An include is shown once, with the view at hand. */
TemplateDictionaryInterface::Iterator *
view::CreateTemplateIterator(const TemplateString &) const
{
	return new Rows(nullptr);
}

void
view::DumpToString(std::string *out, int) const
{
	*out += "view";
}

const char *
view::GetIncludeTemplateName(const TemplateString &name, int) const
{
	for (const struct view *v = this; v != nullptr; v = v->outer)
		for (const struct inclusion *in = root->inclusions; in != nullptr; in = in->next)
			if (in->owner == v && strlen(in->name) == name.size() &&
			    memcmp(in->name, name.data(), name.size()) == 0)
				return in->file;

	const std::string &file = view_file_of(std::string(name.data(), name.size()), plain_now);

	if (file.empty())
		miss(">", name.data(), name.size());
	return file.c_str();
}

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
static void
put(struct view *v, const char *name, const char *text, size_t text_len)
{
	size_t len = strlen(name);
	uint32_t hash = hash_of(name, len);
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
	put(v, name, text, strlen(text));
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

void
view_markdown(struct view *v, const char *name, const char *text)
{
	char *html = markdown_html(v->mem, text);
	size_t n = strlen(name);

	if (n < 3 || strcmp(name + n - 3, "_MD") != 0) {
		log_fault(nullptr, "view", "%s holds Markdown but does not end in _MD", name);
		html[0] = '\0';
	}
	put(v, name, html, strlen(html));
}

static struct section *
section_of(struct view *v, const char *name)
{
	size_t len = strlen(name);
	uint32_t hash = hash_of(name, len);
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
	struct section *s = v->own_section(name, len, hash_of(name, len));
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

	return v->find(name, len, hash_of(name, len)) != nullptr;
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
		if (view_file_is_plain(in->file) != plain_now) {
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
	missing.clear();
	output.clear();
	plain_now = view_file_is_plain(file);
	if (load_all(v, file) != OK)
		return BROKEN;
	if (!ctemplate::ExpandTemplate(file, view_file_strip(file), v, &output)) {
		log_fault(nullptr, "view", "%s: the engine failed", file);
		return BROKEN;
	}
	if (!missing.empty()) {
		log_fault(nullptr, "view", "%s asks for %s", file, missing.c_str());
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
	return missing.c_str();
}
