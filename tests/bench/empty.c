/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The least that a FastCGI program can do: what every page of ours is compared with. */

#include <fcgiapp.h>

int
main(void)
{
	FCGX_Request rq;

	if (FCGX_Init() != 0 || FCGX_InitRequest(&rq, 0, 0) != 0)
		return 70;
	while (FCGX_Accept_r(&rq) == 0) {
		(void)FCGX_PutS("Content-Type: text/plain\r\n\r\nhello\n", rq.out);
		FCGX_Finish_r(&rq);
	}
	return 0;
}
