/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Views as ctemplate asks them: C++, for lib/view.cc alone. */

#ifndef LIB_VIEW_DICT_H
#define LIB_VIEW_DICT_H

#include <cstdint>
#include <string>

#include <ctemplate/template.h>

struct arena;

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

/* Lives in the arena; its destructor never runs. */
struct view : public ctemplate::TemplateDictionaryInterface {
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
	const struct section *any_section(const ctemplate::TemplateString &name) const;

	ctemplate::TemplateString GetValue(const ctemplate::TemplateString &name) const override;
	bool IsHiddenSection(const ctemplate::TemplateString &name) const override;
	bool IsUnhiddenSection(const ctemplate::TemplateString &name) const override;
	Iterator *CreateSectionIterator(const ctemplate::TemplateString &name) const override;
	bool IsHiddenTemplate(const ctemplate::TemplateString &name) const override;
	Iterator *CreateTemplateIterator(const ctemplate::TemplateString &name) const override;
	const char *GetIncludeTemplateName(const ctemplate::TemplateString &name,
	    int) const override;
	void DumpToString(std::string *out, int level) const override;

	struct Rows;
};

uint32_t view_hash(const char *name, size_t len);

/* Set a value without asking whether its name is reserved; name and text are copied. */
void view_put(struct view *, const char *name, const char *text, size_t len);

extern std::string view_missed; /* names asked for and not there, separated by blanks */
extern bool view_plain; /* is a text being rendered, not HTML? */

#endif
