# What stands in the way of a worker, or only seems to. Each case leaves the page of metrics that a Prometheus has of it
# then, and .ci/check-alerts.py has promtool say which alerts fire on that; `right-taken` is left by a case of rights.

from functools import partial

from brokers import Case
from waiting import until


def missing_topic(stage):
    """The output topic is mistyped."""
    stage.topics[1] += ".mistyped"
    stage.start_worker({})
    stage.expect_trouble("does not exist", stage.topics[1])
    stage.keep_metrics("missing-topic")


def leader_away(stage):
    """Nothing of the broker goes through any more, and lines come nevertheless."""
    stage.start_worker({})
    stage.expect_work()
    stage.relay.hold()
    stage.write()
    stage.expect_trouble()
    until(lambda: stage.metric("normalizer_lag_known") == 0, "lag that is not known")
    stage.keep_metrics("leader-away")
    stage.relay.release()
    stage.expect_work(90)
    stage.stop_worker()


def aborted_tail(stage):
    """The input ends with markers of transactions and with records of an aborted one: nothing is left to read."""
    administrator = stage.run.administrator
    stage.write(5, partial(administrator.write_transaction, commits=True))
    administrator.write_transaction(stage.topics[0], ["aborted"] * 5, commits=False)
    stage.start_worker({})
    until(lambda: stage.events() == stage.written, f"{stage.written} events")
    until(lambda: stage.page("/readyz")[0] == 200, "ready")
    until(lambda: stage.metric("normalizer_lag_known") == 1 and stage.metric("normalizer_lag_records") == 0, "no lag")
    stage.keep_metrics("aborted-tail")
    stage.stop_worker()


CASES = [Case(play, "PLAINTEXT") for play in (missing_topic, leader_away, aborted_tail)]
