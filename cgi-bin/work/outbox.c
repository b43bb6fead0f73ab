/* SPDX-License-Identifier: AGPL-3.0-or-later */
/*
 * Sends what is due: letters to people, refunds to the partner. One row a round, no transaction
 * open.
 */

#include "lib/mail.h"
#include "model/outbox.h"
#include "model/refund.h"
#include "part/letter.h"
#include "work.h"

/*
 * A worker that dies between the server's consent and our note of it sends the letter again; its
 * Message-ID is the same, so that mail programs show it once.
 */
static enum outcome
send_letter(struct ctx *cx, const struct errand *e)
{
	struct mail_answer said;
	struct letter l;
	const char *answer;
	enum outcome res;

	if (e->tries > OUTBOX_TRIES)
		return outbox_end(cx, e, "given-up", "every try broke off, the fault is ours");
	if ((res = part_letter(cx, e, &l)) == BUSY)
		return res;	/* the database has gone; the lease will end */
	if (res != OK)
		return outbox_later(cx, e, "could not be written, the fault is ours");
	if (l.dropped != NULL)
		return outbox_end(cx, e, "dropped", l.dropped);
	res = mail_send(cx, &l.mail, &said);
	answer = said.code > 0 ? arena_fmt(cx->mem, "%d %s", said.code, said.text) : said.text;
	if (res == OK)
		return outbox_end(cx, e, "done", answer);
	if (res == DENIED)
		return outbox_end(cx, e, "refused", answer);
	return outbox_later(cx, e, answer);
}

static enum outcome
send_refund(struct ctx *cx, const struct errand *e)
{
	const char *answer = "";
	enum outcome res = refund_send(cx, e->refund, &answer);

	if (res == OK)
		return outbox_end(cx, e, "done", answer);
	/* Refused for good: the refund waits for a person, this row has nothing more to do. */
	if (res == DENIED)
		return outbox_end(cx, e, "refused", answer);
	return outbox_later(cx, e, answer);
}

/* The kinds take turns: a mail server that does not answer keeps no money waiting. */
static enum outcome
round_of(struct ctx *cx)
{
	static const struct {
		const char	*kind;
		enum outcome	(*send)(struct ctx *, const struct errand *);
	} kinds[] = { { "mail", send_letter }, { "refund", send_refund } };
	enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };
	static unsigned turn;
	enum outcome res = NOT_FOUND;
	struct errand e;
	unsigned i;

	for (i = 0; i < KINDS && res == NOT_FOUND; i++) {
		turn = (turn + 1) % KINDS;
		if ((res = outbox_claim(cx, kinds[turn].kind, &e)) == OK)
			return kinds[turn].send(cx, &e);
	}
	return res;
}

const struct work work = {
	.name = "outbox",
	.pause = 1,
	.round = round_of,
};
