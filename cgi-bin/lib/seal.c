/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What hangs on the installation's secret: signatures and sealed text of lib/crypt.h. */

#include <sys/stat.h>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/conf.h"
#include "lib/crypt.h"
#include "lib/log.h"
#include "lib/str.h"

enum {
	KEYS_MAX = 8,
	KEY_MIN = 32,
	KEY_MAX = 256,
	ID_HEX = 8,
	NONCE = 12, /* NIST SP 800-38D */
	TAG = 16,
	TEXT_MAX = 65536
};

struct key {
	unsigned char bytes[KEY_MAX];
	size_t n;
	char id[ID_HEX + 1]; /* tells which key sealed a row, and nothing about the key */
};

static struct key keys[KEYS_MAX];
static int n_keys;

static void __attribute__((noreturn)) refuse(const char *path, const char *why)
{
	log_fault(NULL, "settings", "secret_file %s: %s", path, why);
	exit(78); /* EX_CONFIG of sysexits.h */
}

/* A key for one use only. */
static void
derive(const struct key *k, const char *use, const char *purpose, unsigned char out[CRYPT_HASH])
{
	char info[160];
	int n = snprintf(info, sizeof(info), "praxis/%s/%s", use, purpose);

	if (n < 0 || (size_t)n >= sizeof(info) ||
	    HMAC(EVP_sha256(), k->bytes, (int)k->n, (unsigned char *)info, (size_t)n, out, NULL) ==
	        NULL)
		abort();
}

static bool
read_key(const char *line)
{
	unsigned char id[CRYPT_HASH];
	struct key *k = &keys[n_keys];

	k->n = strlen(line) / 2;
	if (n_keys == KEYS_MAX || k->n < KEY_MIN || k->n > KEY_MAX ||
	    !str_unhex(line, k->bytes, k->n))
		return false;
	derive(k, "id", "", id);
	str_hex(id, ID_HEX / 2, k->id);
	n_keys++;
	return true;
}

void
crypt_need(void)
{
	char line[2 * KEY_MAX + 16];
	const char *path;
	struct stat st;
	FILE *f;

	if (n_keys > 0)
		return;
	path = conf_need("secret_file");
	if ((f = fopen(path, "re")) == NULL)
		refuse(path, "cannot be read");
	if (conf_is_live() && fstat(fileno(f), &st) == 0 && (st.st_mode & S_IRWXO) != 0)
		refuse(path, "others may read it; chmod o= it");
	while (fgets(line, sizeof(line), f) != NULL) {
		line[strcspn(line, " \t\r\n")] = '\0';
		if (*line != '\0' && !read_key(line))
			refuse(path, "each line must be 64 to 512 hex digits, at most 8 lines");
	}
	(void)fclose(f);
	OPENSSL_cleanse(line, sizeof(line));
	if (n_keys == 0)
		refuse(path, "holds no key; write one with: openssl rand -hex 32");
}

char *
crypt_sign(struct arena *mem, const char *purpose, const char *text)
{
	unsigned char key[CRYPT_HASH];

	crypt_need();
	derive(&keys[0], "sign", purpose, key);
	return crypt_hmac(mem, key, sizeof(key), text, strlen(text));
}

struct box { /* one sealed text, open or not */
	const struct key *key;
	unsigned char nonce[NONCE], tag[TAG];
	unsigned char *bytes;
	int n;
};

/* One way or the other over b->bytes; opening answers whether the tag was right. */
static bool
cipher(struct box *b, const char *purpose, int64_t row, bool seal)
{
	EVP_CIPHER_CTX *c = EVP_CIPHER_CTX_new();
	unsigned char key[CRYPT_HASH], rest[16];
	char bound[160];
	int n, len = snprintf(bound, sizeof(bound), "%s:%lld", purpose, (long long)row);
	bool ok;

	derive(b->key, "seal", purpose, key);
	ok = c != NULL && len > 0 && (size_t)len < sizeof(bound) &&
	    EVP_CipherInit_ex(c, EVP_aes_256_gcm(), NULL, key, b->nonce, seal) == 1 &&
	    EVP_CipherUpdate(c, NULL, &n, (unsigned char *)bound, len) == 1 &&
	    EVP_CipherUpdate(c, b->bytes, &n, b->bytes, b->n) == 1 &&
	    (seal || EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_GCM_SET_TAG, TAG, b->tag) == 1) &&
	    EVP_CipherFinal_ex(c, rest, &n) == 1 &&
	    (!seal || EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_GCM_GET_TAG, TAG, b->tag) == 1);
	EVP_CIPHER_CTX_free(c);
	OPENSSL_cleanse(key, sizeof(key));
	return ok;
}

static char *
hex(struct arena *mem, const void *p, size_t n)
{
	char *s = arena_get(mem, 2 * n + 1);

	str_hex(p, n, s);
	return s;
}

char *
crypt_seal(struct arena *mem, const char *purpose, int64_t row, const char *text)
{
	struct box b = { .key = &keys[0], .n = (int)strlen(text) };

	crypt_need();
	if (strlen(text) > TEXT_MAX)
		abort();
	b.bytes = (unsigned char *)arena_str(mem, text);
	crypt_random(b.nonce, NONCE);
	if (!cipher(&b, purpose, row, true)) {
		log_fault(NULL, "crypt", "sealing failed");
		abort();
	}
	return arena_fmt(mem, "%s:%s:%s:%s", b.key->id, hex(mem, b.nonce, NONCE),
	    hex(mem, b.bytes, (size_t)b.n), hex(mem, b.tag, TAG));
}

/* Take "key id:nonce:text:tag" apart; NULL, or what is wrong with it. */
static const char *
unpack(struct arena *mem, const char *sealed, struct box *b)
{
	char *part[4], *s = arena_str(mem, sealed);
	int i;

	for (i = 0; i < 4; i++)
		if ((part[i] = strsep(&s, ":")) == NULL)
			return "is no sealed text";
	for (i = 0; i < n_keys && strcmp(keys[i].id, part[0]) != 0; i++)
		;
	if (i == n_keys)
		return "was sealed with a key that secret_file does not have";
	b->key = &keys[i];
	b->n = (int)(strlen(part[2]) / 2);
	b->bytes = arena_get(mem, (size_t)b->n + 1);
	if (s != NULL || b->n > TEXT_MAX || !str_unhex(part[1], b->nonce, NONCE) ||
	    !str_unhex(part[2], b->bytes, (size_t)b->n) || !str_unhex(part[3], b->tag, TAG))
		return "is no sealed text";
	return NULL;
}

enum outcome
crypt_open(struct arena *mem, const char *purpose, int64_t row, const char *sealed, char **text)
{
	struct box b = { 0 };
	const char *why;

	crypt_need();
	if ((why = unpack(mem, sealed, &b)) == NULL && !cipher(&b, purpose, row, false))
		why = "was altered or belongs elsewhere";
	if (why != NULL) {
		log_fault(NULL, "crypt", "%s of row %lld %s", purpose, (long long)row, why);
		return BROKEN;
	}
	*text = (char *)b.bytes;
	return OK;
}
