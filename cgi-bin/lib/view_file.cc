/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Template files: found, checked and handed to the engine. */

#include "lib/view_file.h"

#include <cstdio>
#include <cstring>
#include <unordered_map>
#include <vector>

#include <sys/stat.h>

extern "C" {
#include "lib/conf.h"
#include "lib/log.h"
#include "lib/template.h"
}

namespace {

/* A parsed file: what it was when read, and what it includes. */
struct source {
	struct timespec changed;
	off_t size;
	ino_t inode;
	std::vector<std::string> includes;
	unsigned round; /* of checking; guards against circles */
};

std::unordered_map<std::string, source> sources;
std::unordered_map<std::string, std::string> fixed[2]; /* {{>NAME}} to file, for HTML and text */
unsigned rounds;

const size_t FILE_MAX = 1 << 18;

bool
ends_with(const std::string &s, const char *end)
{
	size_t n = strlen(end);

	return s.size() >= n && s.compare(s.size() - n, n, end) == 0;
}

} /* namespace */

bool
view_file_is_plain(const std::string &file)
{
	return ends_with(file, ".text.tpl") || ends_with(file, ".subject.tpl");
}

/* Blank lines are nothing in HTML but paragraphs in a mail. */
ctemplate::Strip
view_file_strip(const std::string &file)
{
	return view_file_is_plain(file) ? ctemplate::DO_NOT_STRIP : ctemplate::STRIP_BLANK_LINES;
}

const std::string &
view_file_of(const std::string &name, bool plain)
{
	std::string &file = fixed[plain][name];

	if (!file.empty() || name == "PAGE")
		return file;
	if (name == "FORM")
		file = "layout/form";
	else if (name.compare(0, 5, "MAIL_") == 0)
		file = "mail/" + name.substr(5);
	else
		file = "part/" + name;
	for (char &c : file)
		c = c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
	return file += plain ? ".text.tpl" : ".tpl";
}

void
view_file_round(void)
{
	rounds++;
}

static enum outcome
refuse(const std::string &file, int line, const char *why)
{
	sources.erase(file);
	ctemplate::mutable_default_template_cache()->Delete(file);
	log_fault(nullptr, "template", "%s:%d: %s", file.c_str(), line, why);
	return BROKEN;
}

struct found {
	std::vector<std::string> includes;
	std::vector<size_t> keeps;
};

static void
note_include(void *to, const char *name, size_t len)
{
	static_cast<found *>(to)->includes.emplace_back(name, len);
}

static void
note_keep(void *to, size_t at)
{
	static_cast<found *>(to)->keeps.push_back(at);
}

static bool
read_all(const std::string &path, std::string *text, struct stat *st)
{
	FILE *f = fopen(path.c_str(), "re");
	bool ok = f != nullptr && fstat(fileno(f), st) == 0 && S_ISREG(st->st_mode) &&
	    static_cast<size_t>(st->st_size) <= FILE_MAX;

	if (ok) {
		text->resize(static_cast<size_t>(st->st_size));
		ok = fread(&(*text)[0], 1, text->size(), f) == text->size();
	}
	if (f != nullptr)
		fclose(f);
	return ok;
}

/* What the engine gets: the escape mark, and the escape that keeps line ends. */
static std::string
dress(const std::string &text, const found &what, bool plain)
{
	std::string marked, tidy = plain ? "" : "{{%AUTOESCAPE context=\"HTML\"}}\n";
	size_t head = tidy.size(), from = 0;

	for (size_t at : what.keeps) {
		marked.append(text, from, at - from).append(":pre_escape");
		from = at;
	}
	marked.append(text, from, std::string::npos);
	tidy.resize(head + marked.size() + 1);
	tidy.resize(head + template_tidy(marked.data(), marked.size(), &tidy[head]));
	return tidy;
}

/* Read, check and hand to the engine one file. */
static enum outcome
parse(const std::string &file, const std::string &path)
{
	std::string text;
	struct template_scan ts = {};
	struct found what;
	struct stat st;

	ts.plain = view_file_is_plain(file);
	ts.styled = file.compare(0, 5, "mail/") == 0;
	ts.include = note_include;
	ts.keep = note_keep;
	ts.to = &what;
	if (!read_all(path, &text, &st))
		return refuse(file, 0, "cannot be read");
	if (!template_check(&ts, text.data(), text.size()))
		return refuse(file, ts.line, ts.fault);
	ctemplate::mutable_default_template_cache()->Delete(file);
	if (!ctemplate::StringToTemplateCache(file, dress(text, what, ts.plain),
	        view_file_strip(file)))
		return refuse(file, 0, "the engine refuses it");
	sources[file] = { st.st_mtim, st.st_size, st.st_ino, what.includes, 0 };
	return OK;
}

static bool
is_fresh(const struct source &src, const std::string &path)
{
	struct stat st;

	return stat(path.c_str(), &st) == 0 && st.st_mtim.tv_sec == src.changed.tv_sec &&
	    st.st_mtim.tv_nsec == src.changed.tv_nsec && st.st_size == src.size &&
	    st.st_ino == src.inode;
}

static bool
is_safe_name(const std::string &file)
{
	return ends_with(file, ".tpl") && file[0] != '/' && file.find("..") == std::string::npos &&
	    file.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_./") == std::string::npos;
}

enum outcome
view_file_load(const std::string &file)
{
	auto it = sources.find(file);
	enum outcome res;

	if (it != sources.end() && (conf_is_live() || it->second.round == rounds))
		return OK;
	if (!is_safe_name(file))
		return refuse(file, 0, "is not the name of a template");
	std::string path = std::string(conf_need("templates")) + "/" + file;
	if (it == sources.end() || !is_fresh(it->second, path)) {
		if ((res = parse(file, path)) != OK)
			return res;
		it = sources.find(file);
	}
	it->second.round = rounds;
	std::vector<std::string> includes = it->second.includes;
	for (const std::string &name : includes) {
		const std::string &part = view_file_of(name, view_file_is_plain(file));

		if (!part.empty() && (res = view_file_load(part)) != OK) {
			sources.erase(file);
			return res;
		}
	}
	return OK;
}
