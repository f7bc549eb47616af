"""Cursors come from answers: one that is made up is refused, which no schema can say."""

import schemathesis

CURSORS = ("page[after]", "page[before]")


@schemathesis.hook
def before_call(context, case, kwargs):
    for cursor in CURSORS:
        case.query.pop(cursor, None)
