"""Who zenpy is taken for."""

import unittest

from zenpy.lib.exception import APIException

from support import zenpy


class SigningIn(unittest.TestCase):
    def test_an_api_token_and_a_bearer_token_are_the_same_user(self):
        for who in ("manager", "agent", "user"):
            me = zenpy(who).users.me()
            self.assertEqual(me.email, f"{who}@sandbox.test")
            same = zenpy(email=None, token=None, oauth_token=f"{who}-token").users.me()
            self.assertEqual(same.to_dict(), me.to_dict())

    def test_with_a_wrong_api_token_one_is_nobody_and_is_refused(self):
        stranger = zenpy(token="wrong")
        self.assertIsNone(stranger.users.me().id)
        with self.assertRaises(APIException) as raised:
            stranger.groups()
        self.assertEqual(raised.exception.response.status_code, 401)

    def test_with_a_wrong_bearer_token_the_error_says_what_is_wrong(self):
        with self.assertRaises(APIException) as raised:
            zenpy(email=None, token=None, oauth_token="wrong").groups()
        self.assertEqual(raised.exception.response.json()["error"], "invalid_token")

    def test_an_anonymous_visitor_is_nobody(self):
        me = zenpy(email=None, token=None, anonymous=True).users.me()
        self.assertEqual((me.id, me.name), (None, "Anonymous user"))
