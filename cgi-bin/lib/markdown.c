/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Markdown through cmark-gfm in its safe mode, without pictures. */

#include "lib/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"

static const int OPTIONS = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8;

/* A picture from elsewhere would tell that site who reads: its text takes its place. */
static void
drop_pictures(cmark_node *doc)
{
	cmark_iter *it = cmark_iter_new(doc);
	cmark_node *node, *child;

	while (cmark_iter_next(it) != CMARK_EVENT_DONE) {
		node = cmark_iter_get_node(it);
		if (cmark_iter_get_event_type(it) != CMARK_EVENT_EXIT ||
		    cmark_node_get_type(node) != CMARK_NODE_IMAGE)
			continue;
		while ((child = cmark_node_first_child(node)) != NULL)
			cmark_node_insert_before(node, child);
		cmark_node_unlink(node);
		cmark_node_free(node);
	}
	cmark_iter_free(it);
}

char *
markdown_html(struct arena *mem, const char *text)
{
	static const char *const extensions[] =
	    { "table", "strikethrough", "autolink", "tagfilter" };
	cmark_parser *parser;
	cmark_node *doc;
	char *html, *res;
	size_t i;

	if (text == NULL || *text == '\0')
		return arena_str(mem, "");
	cmark_gfm_core_extensions_ensure_registered();
	parser = cmark_parser_new(OPTIONS);
	for (i = 0; i < sizeof(extensions) / sizeof(extensions[0]); i++)
		cmark_parser_attach_syntax_extension(parser,
		    cmark_find_syntax_extension(extensions[i]));
	cmark_parser_feed(parser, text, strlen(text));
	doc = cmark_parser_finish(parser);
	drop_pictures(doc);
	html = cmark_render_html(doc, OPTIONS, cmark_parser_get_syntax_extensions(parser));
	res = arena_str(mem, html);
	free(html);
	cmark_node_free(doc);
	cmark_parser_free(parser);
	return res;
}
