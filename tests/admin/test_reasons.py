"""Each reason why buttons are closed is said once; open ones stand alone."""

from articles.admin.moves.moving import Button
from articles.admin.moves.reasons import by_reason
from articles.refusals import Refusal
from articles.roles import Role


def button(action, refusal=None):
    return Button(action, action.upper(), f"/{action}/", refusal, False, "")


def test_buttons_closed_for_one_reason_share_its_sentence():
    locked = Refusal("locked", "It is locked.")
    rows = by_reason([button("pass", locked), button("keep"), button("return", locked)])
    assert [[one.action for one in row.buttons] for row in rows] == [["keep"], ["pass", "return"]]
    assert [row.why for row in rows] == ["", "It is locked."]


def test_buttons_closed_for_want_of_a_role_share_one_and_name_who_could():
    rows = by_reason(
        button(action, Refusal.role(action, {role}))
        for action, role in (("pass", Role.DESK_EDITOR), ("keep", Role.SECTION_HEAD))
    )
    assert [len(row.buttons) for row in rows] == [2]
    assert rows[0].names


def test_the_only_button_that_wants_a_role_says_so_itself():
    refusal = Refusal.role("pass", {Role.DESK_EDITOR})
    (row,) = by_reason([button("pass", refusal)])
    assert (row.why, row.names) == (str(refusal), False)
