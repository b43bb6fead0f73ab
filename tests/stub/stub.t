#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The stand-in's own tests, one line each: what we prove with it is worth what it is."""

import os
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

import test_stub  # noqa: E402


class Tap(unittest.TestResult):
    def startTestRun(self):
        self.n = 0

    def line(self, held, test, why=""):
        self.n += 1
        print("%s %d - %s" % (held, self.n, test), flush=True)
        for w in why.splitlines()[-12:]:
            print("# " + w, flush=True)

    def addSuccess(self, test):
        self.line("ok", test.id())

    def addSkip(self, test, reason):
        self.line("ok", "%s # skip %s" % (test.id(), reason))

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.line("not ok", test.id(), self.failures[-1][1])

    def addError(self, test, err):
        super().addError(test, err)
        self.line("not ok", test.id(), self.errors[-1][1])


result = Tap()
result.startTestRun()
unittest.defaultTestLoader.loadTestsFromNames(test_stub.WHAT).run(result)
print("1..%d" % result.n)
sys.exit(not result.wasSuccessful())
