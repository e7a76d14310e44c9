# Watches a stage while faults go on: the group's committed offsets, for how long the work stood still, and what
# /readyz says.

import contextlib
import threading
import time

from confluent_kafka import KafkaException, TopicPartition

INTERVAL = 0.25
# What has not come after so many seconds does not come: no verdict depends on how fast the machine is.
NEVER_SECONDS = 180
# Acknowledgements may be noted later than a commit of the same records, by less than so many records.
SLACK = 1000


class Watch:
    """Samples as long as it runs. `stage` has brokers, feed, input, group and workers."""

    def __init__(self, stage):
        self.stage = stage
        # (moment, offsets by partition) whenever these changed, and (moment, worker, status, text) whenever a page did.
        self.steps, self.answers = [(time.monotonic(), [0] * stage.feed.partitions)], []
        # The last offsets of a topic that is no more, of partitions in which none of this one has been seen yet.
        self._stale = {}
        # The highest first offset of each log that a broker has named, by generation and partition.
        self._starts = {}
        self._end = threading.Event()
        self._threads = [
            threading.Thread(target=work, daemon=True, name=f"watch of {stage.name}")
            for work in (self._offsets, self._pages, *([self._log_starts] if stage.kind.has_moving_log else []))
        ]
        for thread in self._threads:
            thread.start()

    def _offsets(self):
        asker = self.stage.brokers.asker(self.stage.group)
        while not self._end.wait(INTERVAL):
            places = [TopicPartition(*home) for home in self.stage.feed.homes]
            try:
                offsets = [max(0, place.offset) for place in asker.committed(places, timeout=5)]
            except KafkaException:
                continue
            # Brokers forget offsets with a topic, and a batch of the old topic may still be committed after that.
            lower = [number for number, offset in enumerate(offsets) if 0 < offset < self._stale.get(number, 0)]
            self._stale = {number: offset for number, offset in self._stale.items() if number not in lower}
            if offsets != self.steps[-1][1]:
                self.steps.append((time.monotonic(), offsets))
        asker.close()

    def _log_starts(self):
        while not self._end.wait(INTERVAL):
            with contextlib.suppress(KafkaException, RuntimeError, TimeoutError):
                self.starts()

    def starts(self):
        """Where the log begins by partition. Records that were gone can come back with another leader: this is how far
        they have been gone at any time."""
        generation = self.stage.feed.generation
        starts = self.stage.brokers.starts(self.stage.feed.homes)
        if generation == self.stage.feed.generation:
            for number, start in enumerate(starts):
                place = generation, number
                self._starts[place] = max(start, self._starts.get(place, 0))
        return [max(start, self._starts.get((generation, number), 0)) for number, start in enumerate(starts)]

    def _pages(self):
        last = {}
        while not self._end.wait(INTERVAL):
            for worker in self.stage.members:
                status, text = worker.page("readyz")
                if status == 0:
                    text = "frozen" if worker.state == "T" else "no answer"
                if last.get(worker.name) != (status, text[:60]):
                    last[worker.name] = status, text[:60]
                    self.answers.append((time.monotonic(), worker.name, status, " ".join(text.split())))

    @property
    def committed(self):
        return self.steps[-1][1]

    def wait(self, is_reached):
        """Seconds until `is_reached` is true of the committed offsets, None if these stand still for good before."""
        begin = last = time.monotonic()
        seen = self.committed
        while not is_reached(offsets := self.committed):
            now = time.monotonic()
            if offsets != seen:
                seen, last = offsets, now
            elif now > last + NEVER_SECONDS:
                return None
            time.sleep(INTERVAL / 2)
        return time.monotonic() - begin

    def wait_for_more(self):
        """Whether the group commits more."""
        before = sum(self.committed)
        return self.wait(lambda offsets: sum(offsets) > before) is not None

    def comes_before(self, commits, event):
        """Whether an event comes before the offsets were seen to change so often, or stand still for good."""
        first, end = len(self.steps), time.monotonic() + NEVER_SECONDS
        while not event.wait(INTERVAL / 2):
            if len(self.steps) >= first + commits or time.monotonic() > end:
                return event.is_set()
        return True

    def recovered(self):
        """Seconds until everything that is acknowledged now has been committed, None if it never is."""
        wanted = list(self.stage.feed.next)

        def is_through(offsets):
            places = list(zip(wanted, offsets, self.stage.feed.next))
            return len(offsets) == len(wanted) and all(
                first <= offset <= end + SLACK and (number not in self._stale or self._stale[number] < offset <= end)
                for number, (first, offset, end) in enumerate(places)
            )

        seconds = self.wait(is_through)
        if seconds is not None:
            # All of these are the topic's own.
            self._stale = {}
        return seconds

    def forget(self):
        """The topic is another one now: until a lower offset is seen, what is committed may be the old one's."""
        self._stale = {number: max(offset, self._stale.get(number, 0)) for number, offset in enumerate(self.committed)}

    @property
    def read(self):
        """What is surely committed of the topic that there is now, by partition."""
        return [0 if number in self._stale else offset for number, offset in enumerate(self.committed)]

    def stood(self, begin):
        """The longest time without a commit since a moment."""
        moments = [begin] + [moment for moment, _ in self.steps if moment > begin] + [time.monotonic()]
        return max(later - earlier for earlier, later in zip(moments, moments[1:]))

    def told(self, begin):
        """What each worker's /readyz said since a moment, as `worker 503 after 3.1 s (why), 200 after 9.0 s`."""
        words = {}
        for moment, name, status, text in self.answers:
            if moment > begin:
                why = "" if status == 200 else f" ({text[:70]})"
                words.setdefault(name, []).append(f"{status or '-'} after {moment - begin:.1f} s{why}")
        return "; ".join(f"{name} {', '.join(said)}" for name, said in words.items()) or "ready throughout"

    def stop(self):
        self._end.set()
        for thread in self._threads:
            thread.join(20)
