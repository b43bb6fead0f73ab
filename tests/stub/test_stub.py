#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""All tests of the stand-in."""

import os
import sys
import unittest

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.realpath(__file__))
sys.path.insert(0, HERE)

WHAT = ("test_api", "test_money", "test_events", "test_mail", "test_contracts",
        "test_seed")

if __name__ == "__main__":
    suite = unittest.defaultTestLoader.loadTestsFromNames(WHAT)
    result = unittest.TextTestRunner(verbosity=2 if "-v" in sys.argv else 1).run(suite)
    sys.exit(not result.wasSuccessful())
