/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Rendered Markdown in a view: apart, so that only programs that show it carry its libraries. */

#include <cstring>

#include "lib/view.h"
#include "lib/view_dict.h"

extern "C" {
#include "lib/log.h"
#include "lib/markdown.h"
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
	view_put(v, name, html, strlen(html));
}
