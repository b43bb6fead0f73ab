/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Views behind the small interface through which ctemplate asks for values. */

#include "lib/view_dict.h"

#include <cstring>

#include "lib/view_file.h"

using ctemplate::TemplateDictionaryInterface;
using ctemplate::TemplateString;

std::string view_missed;
bool view_plain;

static const size_t MISSING_MAX = 1000;

uint32_t
view_hash(const char *p, size_t n)
{
	uint32_t h = 2166136261U;

	for (size_t i = 0; i < n; i++)
		h = (h ^ static_cast<unsigned char>(p[i])) * 16777619U;
	return h;
}

static void
miss(const char *mark, const char *name, size_t len)
{
	std::string word = mark + std::string(name, len);

	if (view_missed.size() > MISSING_MAX ||
	    (" " + view_missed + " ").find(" " + word + " ") != std::string::npos)
		return;
	if (!view_missed.empty())
		view_missed += ' ';
	view_missed += word;
}

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
	uint32_t hash = view_hash(name.data(), name.size());

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
	uint32_t hash = view_hash(name.data(), name.size());

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

	const std::string &file = view_file_of(std::string(name.data(), name.size()), view_plain);

	if (file.empty())
		miss(">", name.data(), name.size());
	return file.c_str();
}
