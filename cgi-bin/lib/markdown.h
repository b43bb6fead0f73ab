/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Markdown that a stranger wrote, as HTML that cannot hurt. */

#ifndef LIB_MARKDOWN_H
#define LIB_MARKDOWN_H

struct arena;

/*
 * GitHub's dialect with tables, strikethrough and bare addresses as links. Raw HTML is dropped, so
 * are links with a scheme that runs something; of a picture only its alternative text stays.
 * NULL gives "". The only caller is view_markdown().
 */
char	*markdown_html(struct arena *, const char *);

#endif
