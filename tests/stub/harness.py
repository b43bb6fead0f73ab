# SPDX-License-Identifier: AGPL-3.0-or-later
"""For tests of the stand-in: start one on free ports, speak to it, receive its events."""

import http.client
import http.server
import json
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
import urllib.parse

HERE = os.path.dirname(os.path.realpath(__file__))
KEY = "sk_test_123"
SECRET = "whsec_of_this_test"


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Answer:
    def __init__(self, status, headers, raw):
        self.status, self.headers, self.raw = status, headers, raw

    @property
    def json(self):
        return json.loads(self.raw)

    @property
    def error(self):
        return self.json["error"]


class Stub:
    """A running stand-in with a directory of its own."""

    def __init__(self, *more, where=None):
        self.mine = where is None
        self.dir = where or tempfile.mkdtemp(prefix="stub-")
        self.http, self.smtp = free_port(), free_port()
        ready = os.path.join(self.dir, "ready")
        self.clock = os.path.join(self.dir, "clock")
        self.process = subprocess.Popen(
            [os.path.join(HERE, "stub"), "--http", "127.0.0.1:%d" % self.http,
             "--smtp", "127.0.0.1:%d" % self.smtp, "--clock", self.clock,
             "--stripe-key", KEY, "--webhook-secret", SECRET, "--retry", "0.05",
             "--ready-file", ready, *more], stdout=subprocess.DEVNULL)
        end = time.monotonic() + 20
        while not os.path.exists(ready):
            if self.process.poll() is not None or time.monotonic() > end:
                raise RuntimeError("the stand-in did not start")
            time.sleep(0.02)
        os.unlink(ready)

    def stop(self):
        self.process.terminate()
        code = self.process.wait(10)
        if self.mine:
            shutil.rmtree(self.dir)
        return code

    def send(self, method, path, body=None, headers=None, timeout=30):
        c = http.client.HTTPConnection("127.0.0.1", self.http, timeout=timeout)
        try:
            c.request(method, path, body, headers or {})
            r = c.getresponse()
            return Answer(r.status, r.headers, r.read())
        finally:
            c.close()

    def api(self, method, path, params=None, key=None, **more):
        headers = {"Authorization": "Bearer " + KEY, "Stripe-Version": "2026-10-28.endive"}
        if key:
            headers["Idempotency-Key"] = key
        body = None
        if params is not None:
            body = urllib.parse.urlencode(params)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        return self.send(method, path, body, headers, **more)

    def control(self, path, body=None, method=None):
        r = self.send(method or ("GET" if body is None else "POST"), "/control" + path,
                      None if body is None else json.dumps(body))
        if r.status != 200:
            raise RuntimeError("%s: %d %s" % (path, r.status, r.raw))
        return r.json

    def now(self):
        return self.control("/clock")["now"]


class Receiver:
    """Takes events; refuses the first `refuse` of them with 500."""

    def __init__(self):
        self.got, self.refuse, self.lock = [], 0, threading.Lock()
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                raw = self.rfile.read(int(self.headers["Content-Length"]))
                with receiver.lock:
                    receiver.got.append((self.headers.get("Stripe-Signature"), raw))
                    status = 500 if receiver.refuse > 0 else 200
                    receiver.refuse -= 1
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *args):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = "http://127.0.0.1:%d/hook" % self.server.server_address[1]
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def clear(self):
        with self.lock:
            self.got, self.refuse = [], 0

    def events(self):
        with self.lock:
            return [json.loads(raw) for _, raw in self.got]

    def types(self):
        return [e["type"] for e in self.events()]

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()
