/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a page shows: names and values for a template. The only way out is through auto-escaping. */

#ifndef LIB_VIEW_H
#define LIB_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/outcome.h"

struct arena;
struct view;

#ifdef __cplusplus
extern "C" {
#endif

struct view	*view_new(struct arena *);

/* A value for {{NAME}}; the text is copied. NULL is "". A later value replaces an earlier one. */
void		 view_set(struct view *, const char *name, const char *value);
void		 view_fmt(struct view *, const char *name, const char *fmt, ...)
		    __attribute__((format(printf, 3, 4)));
void		 view_int(struct view *, const char *name, int64_t);

/* Show {{#NAME}}..{{/NAME}} once, with this view's own values inside. */
void		 view_show(struct view *, const char *name);
/* Show it when the condition holds. */
void		 view_show_if(struct view *, const char *name, bool);

/* Hide it again, and is there a value of that name in this view itself? */
void		 view_hide(struct view *, const char *name);
bool		 view_has(const struct view *, const char *name);

/* One more repetition of {{#NAME}}; its values fall back to the outer view's. */
struct view	*view_add(struct view *, const char *name);

/*
 * Markdown, rendered in safe mode without images; the only value a template may print unescaped, as
 * {{NAME_MD:none}}.
 */
void		 view_markdown(struct view *, const char *name_md, const char *markdown);

/* The file that {{>NAME}} stands for, when it is not the fixed one (PAGE in layout/base.tpl). */
void		 view_include(struct view *, const char *name, const char *file);

/*
 * Read, check and parse a template with everything it includes; file is below the template
 * directory.
 */
enum outcome	 view_load(const char *file) MUST_USE;

/*
 * The text, in the arena. BROKEN when the template is missing, or (outside live mode) asked for a
 * name that was not set.
 */
enum outcome	 view_render(struct view *, struct arena *, const char *file, char **text,
		    size_t *len) MUST_USE;

/*
 * Names that templates asked for and did not get in the last render, separated by blanks; "" if
 * none.
 */
const char	*view_missing(void);

#ifdef __cplusplus
}
#endif

#endif
