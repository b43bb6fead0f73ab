/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Template files of lib/view.cc: C++, for nobody else. */

#ifndef LIB_VIEW_FILE_H
#define LIB_VIEW_FILE_H

#include <string>

#include <ctemplate/template.h>

#include "lib/outcome.h"

/* Text of a mail (*.text.tpl, *.subject.tpl): nothing is escaped, blank lines stay. */
bool	 view_file_is_plain(const std::string &file);
ctemplate::Strip view_file_strip(const std::string &file);

/*
 * The file of {{>NAME}}: part/name.tpl, but FORM is layout/form.tpl, MAIL_NAME is mail/name.tpl,
 * and PAGE is "": view_include() says which. In a text, .text.tpl instead. Lives for ever.
 */
const std::string &view_file_of(const std::string &name, bool plain);

/*
 * Load a file and all it includes: once in live mode, else again in each round if it has changed.
 */
void	 view_file_round(void);
enum outcome view_file_load(const std::string &file) MUST_USE;

#endif
