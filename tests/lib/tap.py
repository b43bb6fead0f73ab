# SPDX-License-Identifier: AGPL-3.0-or-later
"""TAP on standard output.

    t = Tap()
    t.ok(a == b, "they are equal", "what a and b were")
    sys.exit(t.done())"""

import sys
import time
import traceback


class Tap:
    def __init__(self):
        self.n = self.bad = 0
        self.began = time.monotonic()

    def ok(self, good, what, *more):
        """more is printed only when it is not good."""
        self.n += 1
        self.bad += not good
        print("%s %d - %s" % ("ok" if good else "not ok", self.n, what))
        if not good:
            self.say(*more)
        sys.stdout.flush()
        return bool(good)

    def same(self, got, wanted, what):
        return self.ok(got == wanted, what, "got %r, expected %r" % (got, wanted))

    def say(self, *words):
        for word in words:
            for line in str(word).splitlines():
                print("# " + line[:400])
        sys.stdout.flush()

    def case(self, function, *args):
        """A function that asserts: one line of TAP named by its docstring."""
        name = (function.__doc__ or function.__name__).strip().splitlines()[0]
        try:
            function(*args)
        except Exception:
            return self.ok(False, name, traceback.format_exc())
        return self.ok(True, name)

    def done(self):
        print("1..%d" % self.n)
        print("# %.1f s" % (time.monotonic() - self.began))
        sys.stdout.flush()
        return 1 if self.bad else 0
