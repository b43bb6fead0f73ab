#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""All tests of the stand-in; the arguments are those of unittest."""

import os
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from test_api import Accounts, Idempotency, Requests, Restart  # noqa: E402,F401
from test_contracts import Contracts  # noqa: E402,F401
from test_events import Faults, Webhooks  # noqa: E402,F401
from test_mail import Clock, Mail  # noqa: E402,F401
from test_money import Money, Sessions  # noqa: E402,F401

if __name__ == "__main__":
    unittest.main()
