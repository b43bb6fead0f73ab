/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Random, hashes, tokens, passwords, one-time codes. */

#include "lib/crypt.h"

#include <argon2.h>
#include <liboath/oath.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/log.h"
#include "lib/str.h"

enum {
	TOKEN_BYTES = 32,
	PASSWORD_PASSES = 2,
	PASSWORD_KIB = 19 * 1024,
	PASSWORD_SALT = 16,
	PASSWORD_HASH = 32,
	TOTP_SECRET = 20, /* RFC 4226: as long as SHA-1 */
	TOTP_STEP = 30,
	TOTP_DIGITS = 6
};

/* Random or hashing that fails has no safe answer: another process is started. */
static void __attribute__((noreturn)) give_up(const char *what)
{
	log_fault(NULL, "crypt", "%s failed", what);
	abort();
}

void
crypt_random(void *p, size_t n)
{
	if (n > 0 && RAND_bytes(p, (int)n) != 1)
		give_up("random");
}

char *
crypt_token(struct arena *mem)
{
	unsigned char bytes[TOKEN_BYTES], text[4 * ((TOKEN_BYTES + 2) / 3) + 1];
	size_t i;

	crypt_random(bytes, sizeof(bytes));
	(void)EVP_EncodeBlock(text, bytes, sizeof(bytes));
	for (i = 0; i < CRYPT_TOKEN; i++)
		text[i] = text[i] == '+' ? '-' : text[i] == '/' ? '_' : text[i];
	return arena_strn(mem, (const char *)text, CRYPT_TOKEN);
}

char *
crypt_code(struct arena *mem, size_t n)
{
	static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	char *code = arena_get(mem, n + 1);
	size_t i;

	crypt_random(code, n);
	for (i = 0; i < n; i++)
		code[i] = letters[code[i] & 31];
	return code;
}

char *
crypt_sha256(struct arena *mem, const void *p, size_t n)
{
	unsigned char hash[CRYPT_HASH];
	char *hex = arena_get(mem, CRYPT_HEX);

	if (SHA256(p, n, hash) == NULL)
		give_up("SHA-256");
	str_hex(hash, sizeof(hash), hex);
	return hex;
}

char *
crypt_hmac(struct arena *mem, const void *key, size_t key_n, const void *p, size_t n)
{
	unsigned char mac[CRYPT_HASH];
	char *hex = arena_get(mem, CRYPT_HEX);

	if (HMAC(EVP_sha256(), key, (int)key_n, p, n, mac, NULL) == NULL)
		give_up("HMAC");
	str_hex(mac, sizeof(mac), hex);
	return hex;
}

bool
crypt_same(const char *a, const char *b)
{
	size_t n;

	if (a == NULL || b == NULL || (n = strlen(a)) != strlen(b))
		return false;
	return CRYPTO_memcmp(a, b, n) == 0;
}

char *
crypt_password(struct arena *mem, const char *typed)
{
	unsigned char salt[PASSWORD_SALT];
	char text[128];

	crypt_random(salt, sizeof(salt));
	if (argon2id_hash_encoded(PASSWORD_PASSES, PASSWORD_KIB, 1, typed, strlen(typed), salt,
	        sizeof(salt), PASSWORD_HASH, text, sizeof(text)) != ARGON2_OK)
		give_up("argon2");
	return arena_str(mem, text);
}

bool
crypt_password_ok(const char *encoded, const char *typed)
{
	/* Nobody's: of random bytes, with the costs above. */
	static const char nobody[] = "$argon2id$v=19$m=19456,t=2,p=1$SNtpdg4dKVqDyAnU5O1gkQ$"
	                             "XAcaSnYlp1LAhzDMTUQFzBsNq6K7ILQdnTh3SHKbGZI";
	int res;

	if (typed == NULL)
		typed = "";
	res = argon2id_verify(encoded != NULL ? encoded : nobody, typed, strlen(typed));
	if (res != ARGON2_OK && res != ARGON2_VERIFY_MISMATCH)
		log_fault(NULL, "crypt", "argon2: %s", argon2_error_message(res));
	return res == ARGON2_OK && encoded != NULL;
}

static void
oath_ready(void)
{
	static bool ready;

	if (!ready && oath_init() != OATH_OK)
		give_up("liboath");
	ready = true;
}

char *
crypt_totp_secret(struct arena *mem)
{
	char bytes[TOTP_SECRET], *text = NULL, *copy;
	size_t n;

	oath_ready();
	crypt_random(bytes, sizeof(bytes));
	if (oath_base32_encode(bytes, sizeof(bytes), &text, &n) != OATH_OK)
		give_up("base 32");
	copy = arena_strn(mem, text, n);
	OPENSSL_cleanse(text, n);
	free(text);
	return copy;
}

int64_t
crypt_totp_step(const char *secret, const char *code, int64_t now)
{
	static const int nearby[] = { 0, -1, 1 };
	char *key = NULL, otp[TOTP_DIGITS + 1];
	int64_t step = 0;
	size_t i, n = 0;

	oath_ready();
	if (secret == NULL || code == NULL || now < TOTP_STEP ||
	    oath_base32_decode(secret, strlen(secret), &key, &n) != OATH_OK)
		return 0;
	for (i = 0; i < 3; i++) {
		int64_t at = now / TOTP_STEP + nearby[i];

		if (oath_hotp_generate(key, n, (uint64_t)at, TOTP_DIGITS, false,
		        OATH_HOTP_DYNAMIC_TRUNCATION, otp) != OATH_OK)
			give_up("one-time code");
		if (step == 0 && crypt_same(otp, code))
			step = at;
	}
	OPENSSL_cleanse(key, n);
	free(key);
	return step;
}
