/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Words of a text as the directory's full-text index keeps them, and as a search asks for them. */

#ifndef MODEL_WORDS_H
#define MODEL_WORDS_H

struct arena;

/*
 * For the index: words parted by blanks. The index leaves out words of one or two letters and the
 * commonest ones, so these get two underscores: "Wei Ng" becomes "wei ng__".
 */
char	*words_index(struct arena *, const char *text);

/*
 * For MATCH .. AGAINST in boolean mode: every word must be there, longer ones as beginnings:
 * "+lead* +ng__". Whatever was typed, it holds no operator but ours. "" when there is no word.
 */
char	*words_query(struct arena *, const char *typed);

#endif
