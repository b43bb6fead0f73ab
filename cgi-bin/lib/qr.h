/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A QR code as the outline of one SVG path, by libqrencode. */

#ifndef LIB_QR_H
#define LIB_QR_H

struct arena;

/*
 * The path's d attribute: one unit per module, with the quiet zone of four that readers need.
 * size gets the whole width. "" when the text is too long for any code.
 */
char	*qr_path(struct arena *, const char *text, int *size);

#endif
