# Waiting for what must come about.

import time


def until(condition, what, seconds=60, every=0.1):
    """Waits for a condition that is asked each so many seconds; its value."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {seconds} s: {what}")
        time.sleep(every)
