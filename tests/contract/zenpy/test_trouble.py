"""What zenpy makes of an account that does not answer as one wishes."""

import os
import unittest
from unittest import mock

import requests
from zenpy.lib.exception import APIException, RatelimitBudgetExceeded

from support import LIMITED, fault, unique, zenpy

ME = "/api/v2/users/me"


class Trouble(unittest.TestCase):
    def setUp(self):
        self.tag = unique("test")
        self.session = requests.Session()
        self.session.headers["X-Sandbox-Tag"] = self.tag

    def fault(self, **action):
        fault(self.tag, ME, action)

    def test_told_to_wait_by_429_the_library_waits_and_goes_on(self):
        self.fault(status=429, retry_after=1, body="Too many requests")
        me = zenpy(session=self.session).users.me()
        self.assertEqual(me.email, "manager@sandbox.test")

    def test_told_to_wait_for_longer_than_it_may_the_library_gives_up(self):
        self.fault(status=429, retry_after=60, body="Too many requests")
        with self.assertRaises(RatelimitBudgetExceeded):
            zenpy(session=self.session, ratelimit_budget=1).users.me()

    def test_the_library_reads_how_many_requests_the_minute_has_left(self):
        with mock.patch.dict(os.environ, ZENPY_FORCE_NETLOC=LIMITED.split("://")[1]):
            users = zenpy(proactive_ratelimit=1).users
            users.me()
        self.assertIn(users.callsafety["lastlimitremaining"], range(0, 5))

    def test_an_answer_of_a_server_that_fails_is_an_error_with_its_status(self):
        self.fault(status=500, body={"error": "InternalError"})
        with self.assertRaises(APIException) as raised:
            zenpy(session=self.session).users.me()
        self.assertEqual(raised.exception.response.status_code, 500)

    def test_a_connection_that_closes_without_an_answer_is_an_error_and_the_next_is_answered(self):
        self.fault(drop=True)
        users = zenpy(session=self.session).users
        with self.assertRaises(requests.ConnectionError):
            users.me()
        self.assertEqual(users.me().email, "manager@sandbox.test")
