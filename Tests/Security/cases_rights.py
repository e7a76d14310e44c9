# Rights that an authorizer gives and takes: the worker is known, but may not do all that it needs.

from brokers import Case
from cases_sasl import PASSWORD, sasl


def given_later(stage):
    """Begins with no right at all; all are then given, and the worker is not touched."""
    environment = sasl(stage, PASSWORD)
    stage.run.administrator.deny(*stage.rights(stage.name))
    stage.start_worker(environment)
    stage.expect_trouble("uthoriz")
    stage.allow(stage.name)
    stage.expect_work(90)
    stage.stop_worker()


def taken_and_given_back(stage):
    """The right to write events is taken while the worker is at work; what came meanwhile goes out once it has the right again."""
    stage.start_worker(sasl(stage, PASSWORD))
    stage.expect_work()
    right = [(stage.name, "TOPIC", stage.topics[1], "WRITE")]
    stage.run.administrator.deny(*right)
    stage.write()
    stage.expect_trouble("uthoriz")
    stage.run.administrator.allow(*right)
    stage.expect_work(90)
    stage.stop_worker()


def told_by_commands(stage):
    """Each command that meets a missing right says so."""
    environment = sasl(stage, PASSWORD)
    stage.run.administrator.deny(*stage.rights(stage.name))
    for code, *command in ((78, "diff", "--from", "earliest"), (1, "dead-letters", "list"), (1, "dead-letters", "redrive", "--yes"),
                           (1, "rewind", "--to-earliest", "--yes"), (1, "replay", "--from", "earliest", "--yes")):
        said = stage.refused(environment, *command, codes=[code])
        assert "a right is missing" in said, f"{command}: {said}"


CASES = [Case(play, "SASL_PLAINTEXT", "PLAIN") for play in (given_later, taken_and_given_back, told_by_commands)]
