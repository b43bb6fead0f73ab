-- SPDX-License-Identifier: AGPL-3.0-or-later
-- wrk asks for the addresses of a file, one per line, in the order of a stride through it.

local requests, at, stride = {}, 0, 1

function init(args)
	for line in io.lines(args[1]) do
		requests[#requests + 1] = wrk.format("GET", line)
	end
	math.randomseed(os.time())
	stride = 2 * math.random(0, #requests) + 1
	at = math.random(0, #requests - 1)
end

function request()
	at = (at + stride) % #requests
	return requests[at + 1]
end
