# The starter's own tests, which start nothing: where jars are looked for, and what a broker is told.

import os
import tempfile
import unittest
from unittest import mock

import configuration
import jars


class JarsTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = os.path.join(folder.name, "project")
        os.makedirs(self.root)
        for patch in (
            mock.patch.object(jars, "ROOT", self.root),
            mock.patch.dict(os.environ),
            mock.patch.object(jars, "_fetch", self.fetch),
        ):
            patch.start()
            self.addCleanup(patch.stop)
        os.environ.pop("KAFKA_LIBS", None)
        self.fetched = []

    def fetch(self, version, target):
        self.fetched.append(version)
        raise jars.NoJars("no registry")

    def folder(self, path, version):
        """A folder with a broker's jar, seen from the project."""
        path = os.path.normpath(os.path.join(self.root, path))
        os.makedirs(path)
        open(os.path.join(path, f"kafka_2.13-{version}.jar"), "w", encoding="ascii").close()
        return path

    def test_named_folders_come_before_the_one_beside_the_project(self):
        beside = self.folder("../shared/kafka/libs", "4.4.0")
        self.assertEqual(jars.find(), beside)
        named = self.folder("../mine", "4.4.1")
        os.environ["KAFKA_LIBS"] = named
        self.assertEqual(jars.find(), named)
        self.assertEqual(jars.find("4.4"), named)
        self.assertEqual(self.fetched, [])

    def test_a_release_is_taken_from_the_folder_that_has_it(self):
        newer, older = self.folder("../newer", "4.4.0"), self.folder("../older", "3.9.2")
        os.environ["KAFKA_LIBS"] = os.pathsep.join((newer, older))
        self.assertEqual([jars.find(), jars.find("3.9")], [newer, older])
        os.environ["KAFKA_LIBS"] = older
        self.assertEqual(jars.find(), older)
        beside = self.folder("../shared/kafka/libs", "4.4.0")
        self.assertEqual(jars.find("4.4"), beside)

    def test_what_was_fetched_is_not_fetched_again(self):
        with self.assertRaises(jars.NoJars):
            jars.find("3.9")
        self.assertEqual(self.fetched, ["3.9.2"])
        fetched = self.folder(".build/kafka-3.9.2", "3.9.2")
        self.assertEqual(jars.find("3.9"), fetched)
        self.assertEqual(self.fetched, ["3.9.2"])

    def test_a_named_folder_without_jars_is_an_error(self):
        os.environ["KAFKA_LIBS"] = self.root
        with self.assertRaises(jars.NoJars):
            jars.find()
        self.assertEqual(self.fetched, [])


class ConfigurationTest(unittest.TestCase):
    def test_listeners_addresses_and_settings(self):
        brokers = configuration.describe(2, 12000, {"CLIENT": "SSL"})
        told = configuration.properties(
            brokers[1],
            brokers,
            "/data",
            {"CLIENT": "SSL"},
            {("CLIENT", 2): "localhost:7"},
            [("a", "{id} {port} {folder}")],
        )
        client, controller = brokers[1]["listeners"]["CLIENT"], brokers[1]["controller"]
        self.assertEqual(
            told["listeners"],
            f"PLAINTEXT://127.0.0.1:12001,CLIENT://127.0.0.1:{client},CONTROLLER://127.0.0.1:{controller}",
        )
        self.assertEqual(told["advertised.listeners"], "PLAINTEXT://127.0.0.1:12001,CLIENT://localhost:7")
        self.assertEqual(told["listener.security.protocol.map"], "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,CLIENT:SSL")
        self.assertEqual(told["a"], "2 12001 /data")

    def test_a_majority_of_the_replicas_has_to_be_in_sync(self):
        for count, replicas, in_sync in ((1, 1, 1), (2, 2, 1), (3, 3, 2), (5, 3, 2)):
            brokers = configuration.describe(count, 0, {})
            told = configuration.properties(brokers[0], brokers, "/data", {}, {}, [])
            self.assertEqual((told["default.replication.factor"], told["min.insync.replicas"]), (replicas, in_sync))


if __name__ == "__main__":
    unittest.main()
