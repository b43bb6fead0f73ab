/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a list is narrowed by. */

#include "part/filter.h"

#include "lib/str.h"

void
filter_add(struct filters *f, const char *name, const char *value, const char *says)
{
	if (f->n < FILTERS_MAX && !str_is_empty(value))
		f->filter[f->n++] = (struct filter){ name, value, says };
}

char *
filter_address(struct ctx *cx, const struct filters *f, size_t skip, const char *more)
{
	struct buf b;
	char sep = '?';
	size_t i;

	buf_init(&b, cx->mem);
	buf_str(&b, f->path);
	for (i = 0; i < f->n; i++) {
		if (i == skip)
			continue;
		buf_fmt(&b, "%c%s=%s", sep, f->filter[i].name,
		    str_url(cx->mem, f->filter[i].value));
		sep = '&';
	}
	if (*more != '\0')
		buf_fmt(&b, "%c%s", sep, more);
	return b.p;
}

void
part_filters(struct ctx *cx, struct view *v, const struct filters *f)
{
	struct view *chips = NULL, *chip;
	size_t i, n = 0;

	for (i = 0; i < f->n; i++) {
		if (f->filter[i].says == NULL)
			continue;
		if (chips == NULL)
			chips = view_add(v, "CHIPS");
		chip = view_add(chips, "CHIP");
		view_set(chip, "CHIP_SAYS", f->filter[i].says);
		view_set(chip, "CHIP_WITHOUT", filter_address(cx, f, i, ""));
		view_int(chips, "CHIP_COUNT", (int64_t)++n);
	}
}

void
part_option(struct view *v, const char *name, const char *value, const char *says, bool chosen)
{
	struct view *option = view_add(v, name);

	view_set(option, "OPTION_VALUE", value);
	view_set(option, "OPTION_SAYS", says);
	view_show_if(option, "CHOSEN", chosen);
}
