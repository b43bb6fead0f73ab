/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What an admin decides about their marketplace. */

#include "model/tenant_settings.h"

#include "lib/money.h"
#include "lib/sql.h"
#include "lib/str.h"
#include "model/audit.h"

#define COLUMNS \
	"select name, claim, support, refund_mode, fee_bp, fee_minor, price_min_minor from tenant" \
	" where id = :tenant"

static const struct sql READ = SQL_TENANT(COLUMNS);
static const struct sql TAKE = SQL_TENANT(COLUMNS " for update");

static const struct sql SAVE = SQL_TENANT(
    "update tenant set name = ?, claim = ?, support = ?, refund_mode = ?, fee_bp = ?,"
    "       fee_minor = ?, price_min_minor = ? where id = :tenant");

enum { PERCENT_MAX = 10000 };

static void
load(struct row *r, void *to)
{
	struct tenant_settings *t = to;

	t->name = row_str(r);
	t->claim = row_str(r);
	t->support = row_str(r);
	t->refund_mode = row_str(r);
	t->fee_bp = (int)row_int(r);
	t->fee_minor = row_int(r);
	t->price_min_minor = row_int(r);
}

enum outcome
tenant_settings(struct ctx *cx, struct tenant_settings *t)
{
	return sql_one(cx, &READ, NO_ARGS, load, t);
}

static const char *
amount(struct ctx *cx, int64_t minor)
{
	return money_plain(cx->mem, minor, cx->site.currency);
}

static enum outcome
note(struct ctx *cx, const struct tenant_settings *was, const struct tenant_settings *t)
{
	const struct audit_value values[] = {
		{ "name", was->name, t->name },
		{ "claim", was->claim, t->claim },
		{ "support", was->support, t->support },
		{ "refunds", was->refund_mode, t->refund_mode },
		{ "fee percent", tenant_percent(cx, was->fee_bp), tenant_percent(cx, t->fee_bp) },
		{ "fee fixed", amount(cx, was->fee_minor), amount(cx, t->fee_minor) },
		{ "minimum price", amount(cx, was->price_min_minor),
		    amount(cx, t->price_min_minor) },
	};

	return audit_change(cx, "settings.save", "settings", values,
	    sizeof(values) / sizeof(values[0]));
}

static bool
is_same(const struct tenant_settings *a, const struct tenant_settings *b)
{
	return str_eq(a->name, b->name) && str_eq(a->claim, b->claim) &&
	    str_eq(a->support, b->support) && str_eq(a->refund_mode, b->refund_mode) &&
	    a->fee_bp == b->fee_bp && a->fee_minor == b->fee_minor &&
	    a->price_min_minor == b->price_min_minor;
}

enum outcome
tenant_settings_save(struct ctx *cx, const struct tenant_settings *t)
{
	struct tenant_settings was;
	enum outcome res;

	if ((res = sql_one(cx, &TAKE, NO_ARGS, load, &was)) != OK || is_same(&was, t))
		return res;
	res = sql_change(cx, &SAVE, ARGS(S(t->name), S(t->claim), S(t->support),
	    S(t->refund_mode), I(t->fee_bp), I(t->fee_minor), I(t->price_min_minor)));
	return res != OK ? res : note(cx, &was, t);
}

bool
tenant_percent_read(const char *text, int *bp)
{
	int64_t n;

	/* Two decimals at most, like euros. */
	if (!money_parse(text, "EUR", &n) || n < 0 || n > PERCENT_MAX)
		return false;
	*bp = (int)n;
	return true;
}

char *
tenant_percent(struct ctx *cx, int bp)
{
	return bp % 100 == 0 ? arena_fmt(cx->mem, "%d", bp / 100) :
	    money_plain(cx->mem, bp, "EUR");
}
