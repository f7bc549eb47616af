"""What the tests of zenpy share. Where the sandbox listens is told by GUIDEPOST_SANDBOX."""

import os
import unittest
import uuid

import requests

SANDBOX = os.environ["GUIDEPOST_SANDBOX"]
LIMITED = os.environ["GUIDEPOST_SANDBOX_LIMITED"]

# The library's own way to another address than https://{subdomain}.zendesk.com, read with each request.
os.environ["ZENPY_FORCE_SCHEME"], os.environ["ZENPY_FORCE_NETLOC"] = SANDBOX.split("://")

from zenpy import Zenpy  # noqa: E402
from zenpy.lib.api_objects.help_centre_objects import (  # noqa: E402
    ManagementPermissionGroup,
    UserSegment,
)


def zenpy(who="manager", **options):
    """The library as one of the sandbox's users. It keeps nothing: what it shows, it has asked for."""
    credentials = {"email": f"{who}@sandbox.test", "token": f"{who}-token"}
    return Zenpy(subdomain="fernhollow", disable_cache=True, **(credentials | options))


def unique(name):
    """A name that no other test uses."""
    return f"{name} {uuid.uuid4()}"


def ids(records):
    return [record.id for record in records]


def fault(tag, path, action):
    """Makes the next request with this tag in `X-Sandbox-Tag` answer otherwise."""
    answer = requests.post(
        f"{SANDBOX}/sandbox/faults",
        auth=("manager@sandbox.test/token", "manager-token"),
        json={"path": path, "tag": tag, "action": action},
        timeout=10,
    )
    answer.raise_for_status()


class Case(unittest.TestCase):
    """A test with the library as a help center manager."""

    def setUp(self):
        self.zenpy = zenpy()
        self.help_center = self.zenpy.help_center

    def all_once(self, records):
        """The records, of which none may come twice."""
        records = list(records)
        self.assertEqual(len(set(ids(records))), len(records), "a record comes twice")
        return records

    def segment(self, **fields):
        """A segment that nobody else uses."""
        fields = {"name": unique("Segment"), "user_type": "staff"} | fields
        return self.help_center.user_segments.create(UserSegment(**fields))

    def permission_group(self, **fields):
        fields = {"name": unique("Permissions")} | fields
        return self.help_center.permission_groups.create(ManagementPermissionGroup(**fields))
