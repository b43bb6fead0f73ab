/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What somebody signed in with, in words. */

#include "part/device.h"

#include <string.h>

#include "lib/arena.h"

struct word {
	const char	*mark, *name;
};

/* The more special first: all of them call themselves Safari, most Chrome. */
static const struct word browsers[] = {
	{ "Edg", "Edge" }, { "OPR/", "Opera" }, { "SamsungBrowser", "Samsung Internet" },
	{ "Firefox/", "Firefox" }, { "FxiOS", "Firefox" }, { "CriOS", "Chrome" },
	{ "Chrome/", "Chrome" }, { "Safari/", "Safari" }, { "curl/", "curl" }, { 0 }
};
static const struct word systems[] = {
	{ "iPhone", "iPhone" }, { "iPad", "iPad" }, { "Android", "Android" },
	{ "Windows", "Windows" }, { "CrOS", "ChromeOS" }, { "Mac OS X", "Mac" },
	{ "Linux", "Linux" }, { 0 }
};

static const char *
look_up(const struct word *w, const char *agent)
{
	for (; w->mark != NULL; w++)
		if (strstr(agent, w->mark) != NULL)
			return w->name;
	return NULL;
}

char *
part_device(struct arena *mem, const char *agent)
{
	const char *browser = look_up(browsers, agent), *system = look_up(systems, agent);

	if (browser != NULL && system != NULL)
		return arena_fmt(mem, "%s on %s", browser, system);
	if (browser == NULL && system == NULL)
		return arena_str(mem, "Unknown device");
	return arena_str(mem, browser != NULL ? browser : system);
}
