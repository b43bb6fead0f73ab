/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A QR code as one SVG path: each run of dark modules is a bar. */

#include "lib/qr.h"

#include <qrencode.h>

#include "lib/arena.h"
#include "lib/str.h"

enum { QUIET = 4, DARK = 1 };

static void
add_row(struct buf *b, const unsigned char *row, int width, int y)
{
	int x, run;

	for (x = 0; x < width; x += run) {
		for (run = 0; x + run < width && (row[x + run] & DARK) != 0; run++)
			continue;
		if (run > 0)
			buf_fmt(b, "M%d %dh%dv1h-%dz", x + QUIET, y + QUIET, run, run);
		else
			run = 1;
	}
}

char *
qr_path(struct arena *mem, const char *text, int *size)
{
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	struct buf b;
	int y;

	buf_init(&b, mem);
	buf_str(&b, "");
	*size = 0;
	if (code == NULL)
		return b.p;
	for (y = 0; y < code->width; y++)
		add_row(&b, code->data + y * code->width, code->width, y);
	*size = code->width + 2 * QUIET;
	QRcode_free(code);
	return b.p;
}
