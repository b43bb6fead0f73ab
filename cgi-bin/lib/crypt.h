/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Random, hashes, tokens, passwords, sealed secrets: all of it OpenSSL, libargon2 or liboath. */

#ifndef LIB_CRYPT_H
#define LIB_CRYPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/outcome.h"

struct arena;

enum { CRYPT_HASH = 32, CRYPT_HEX = 65, CRYPT_TOKEN = 43 };

void	 crypt_random(void *, size_t);

/* 256 random bits as URL-safe text of CRYPT_TOKEN characters. */
char	*crypt_token(struct arena *);

/* n characters of Crockford's base 32 (no I L O U), for numbers that people read aloud. */
char	*crypt_code(struct arena *, size_t n);

/* SHA-256 as lower-case hex (CRYPT_HEX bytes with the zero). */
char	*crypt_sha256(struct arena *, const void *, size_t);

/* HMAC-SHA256 as lower-case hex. */
char	*crypt_hmac(struct arena *, const void *key, size_t, const void *, size_t);

/*
 * The installation's secret: the file of the setting "secret_file", read once. Each line is a key
 * of at least 64 hex digits; the first one seals and signs, all of them open, so a new first line
 * is a rotation. A program that cannot read it says so and ends; crypt_need() does so early.
 */
void	 crypt_need(void);

/* HMAC under the installation's secret; purpose keeps uses apart ("csrf", "feed"). */
char	*crypt_sign(struct arena *, const char *purpose, const char *text);

/* Equal, in time that tells nothing. NULL is equal to nothing. */
bool	 crypt_same(const char *, const char *);

/* argon2id, t=2 m=19 MiB, as an encoded string. Verifying NULL takes the same time and fails. */
char	*crypt_password(struct arena *, const char *);
bool	 crypt_password_ok(const char *encoded, const char *typed);

/*
 * AES-256-GCM under the installation's key, bound to purpose and row: "key id:nonce:text:tag" in
 * hex. Opening what is not whole, not ours or of another row is BROKEN (and logged).
 */
char		*crypt_seal(struct arena *, const char *purpose, int64_t row, const char *text);
enum outcome	 crypt_open(struct arena *, const char *purpose, int64_t row, const char *sealed,
		    char **text) MUST_USE;

/* TOTP (RFC 6238, 30 s, 6 digits, SHA-1). A new secret is base 32 text. */
char	*crypt_totp_secret(struct arena *);
/* The time step that the code matched (now, one before, one after), or 0 when none. */
int64_t	 crypt_totp_step(const char *secret, const char *code, int64_t now);

#endif
