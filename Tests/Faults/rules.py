# What the proxy does to which frames. A rule is set while the proxy runs, acts on the frames that it names, and counts them.
# Values and matching only; the doing is in proxy.py.

import threading
import time

REQUEST, RESPONSE = "request", "response"
ACTIONS = {
    "drop": "the frame disappears",
    "hold": "the frame and what follows on its connection waits for `seconds`",
    "delay": "the frame waits for `seconds`, each frame anew",
    "partition": "the frame waits until the rule ends",
    "reset": "the connection is reset in place of the frame",
    "close": "the connection is closed in place of the frame",
    "reset-after": "the frame goes through, then the connection is reset",
    "truncate": "half of the frame goes through, then the connection is closed",
    "garbage": "as many random bytes go in place of the frame's content",
    "not-kafka": "an HTTP answer goes in place of the frame",
    "trickle": "the frame goes byte by byte",
    "call": "`function` is called before the frame goes on",
    "call-after": "`function` is called after the frame has gone on",
}


class Rule:
    """One rule. `apis` None means every request kind; `count` None means until `end` is called or `lasts` seconds are over."""

    def __init__(self, action, apis=None, direction=REQUEST, count=None, seconds=0.0, lasts=None, skip=0, function=None):
        if action not in ACTIONS or direction not in (REQUEST, RESPONSE, "both"):
            raise ValueError(f"{action} {direction}")
        self.action, self.direction, self.seconds, self.function = action, direction, seconds, function
        self.apis = {apis} if isinstance(apis, str) else apis
        self.count, self.skip = count, skip
        self.hits = 0
        self.was_hit = threading.Event()
        self.ended = threading.Event()
        self._ends_at = None if lasts is None else time.monotonic() + lasts
        self._lock = threading.Lock()

    @property
    def is_over(self):
        if self._ends_at is not None and time.monotonic() >= self._ends_at:
            self.ended.set()
        return self.ended.is_set()

    @property
    def is_disturbance(self):
        """Whether the rule does something to the frames."""
        return self.function is None

    def end(self):
        """Stops acting, and releases what a partition keeps back."""
        self.ended.set()

    def takes(self, api, direction):
        """Whether the rule acts on this frame; counts it if so."""
        if self.direction not in (direction, "both") or self.apis is not None and api not in self.apis:
            return False
        with self._lock:
            if self.is_over or self.count is not None and self.hits >= self.count:
                return False
            if self.skip > 0:
                self.skip -= 1
                return False
            self.hits += 1
        self.was_hit.set()
        return True
