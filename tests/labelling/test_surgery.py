"""Each operation of the label desk, on a page of two short units."""

import pytest

from articles.parsing.mending import surgery
from articles.parsing.mending.surgery import SurgeryError
from articles.records import Label, Role

LABELS = (
    Label(1, None, Role.FURNITURE, 0.9, "folio"),
    Label(2, 1, Role.KICKER, 0.6, "head"),
    Label(3, 1, Role.HEADLINE, 0.6, "head"),
    Label(4, 1, Role.BODY, 0.9, "text", opens=True),
    Label(5, 1, Role.BODY, 0.9, "text"),
    Label(6, 2, Role.BODY, 0.9, "text", opens=True),
    Label(7, 2, Role.HEADLINE, 0.9, "head"),
    Label(8, None, Role.UNASSIGNED, 0.0, "left over"),
)


def roles(labels):
    return {label.line: (label.unit, label.role.value) for label in labels}


def test_a_role_stays_inside_the_unit():
    after = surgery.set_role(LABELS, [(2, 0), (3, 0)], Role.HEADLINE)
    assert roles(after)[2] == (1, "headline")


def test_a_line_of_no_unit_joins_the_one_before_it():
    after = surgery.set_role(LABELS, [(8, 0)], Role.DECK)
    assert roles(after)[8] == (2, "deck")


def test_a_first_line_of_no_unit_joins_the_next_one():
    after = surgery.set_role(LABELS, [(1, 0)], Role.KICKER)
    assert roles(after)[1] == (1, "kicker")


def test_furniture_leaves_its_unit():
    assert roles(surgery.set_role(LABELS, [(5, 0)], Role.FURNITURE))[5] == (None, "furniture")


def test_what_a_human_set_is_sure_and_signed():
    label = surgery.set_role(LABELS, [(5, 0)], Role.DECK)[4]
    assert (label.confidence, label.rule) == (1.0, surgery.BY_HAND)


def test_ignoring_keeps_the_reason():
    label = surgery.ignore(LABELS, [(8, 0)], "广告")[7]
    assert (label.role, label.rule) == (Role.IGNORED, "editor: 广告")


def test_ignoring_without_a_reason_is_refused():
    with pytest.raises(SurgeryError, match="reason_missing"):
        surgery.ignore(LABELS, [(8, 0)], "  ")


def test_split_begins_a_new_unit_with_a_new_paragraph():
    after = surgery.split(LABELS, (5, 0))
    assert roles(after)[5] == (3, "body")
    assert after[4].opens
    assert roles(after)[4] == (1, "body")


def test_split_at_the_first_line_is_refused():
    with pytest.raises(SurgeryError, match="first_line_of_unit"):
        surgery.split(LABELS, (2, 0))


def test_merge_reads_both_units_down_the_page():
    after = surgery.merge(LABELS, 2, 1)
    own = [label.line for label in after if label.unit == 1]
    assert own == [2, 3, 4, 5, 6, 7]


def test_split_then_merge_gives_the_units_back():
    back = surgery.merge(surgery.split(LABELS, (5, 0)), 3, 1)
    assert roles(back) == roles(LABELS)


def test_moved_lines_stand_by_line_number():
    after = surgery.move(LABELS, [(8, 0), (5, 0)], 2)
    assert [label.line for label in after if label.unit == 2] == [5, 6, 7, 8]
    assert roles(after)[8] == (2, "body")


def test_kicker_and_headline_swap():
    after = surgery.swap_heads(LABELS, 1)
    assert (roles(after)[2][1], roles(after)[3][1]) == ("headline", "kicker")


def test_paragraphs_open_and_join():
    opened = surgery.open_paragraph(LABELS, (5, 0))
    assert opened[4].opens
    assert not surgery.join_paragraph(opened, (5, 0))[4].opens


def test_units_change_places():
    order = [label.unit for label in surgery.put_before(LABELS, 2, 1) if label.unit]
    assert order == [2, 2, 1, 1, 1, 1]
    assert surgery.put_before(LABELS, 1, None)[-1].unit == 1


@pytest.mark.parametrize(
    "operation",
    [
        lambda: surgery.set_role(LABELS, [], Role.BODY),
        lambda: surgery.set_role(LABELS, [(99, 0)], Role.BODY),
        lambda: surgery.move(LABELS, [(4, 0)], 9),
        lambda: surgery.merge(LABELS, 1, 1),
        lambda: surgery.merge(LABELS, 9, 1),
        lambda: surgery.put_before(LABELS, 1, 9),
        lambda: surgery.split(LABELS, (1, 0)),
    ],
)
def test_nonsense_is_refused_and_named(operation):
    with pytest.raises(SurgeryError) as error:
        operation()
    assert error.value.code


def test_no_operation_loses_a_line():
    everything = {label.line for label in LABELS}
    for after in (
        surgery.split(LABELS, (5, 0)),
        surgery.merge(LABELS, 1, 2),
        surgery.move(LABELS, [(1, 0), (8, 0)], 1),
        surgery.put_before(LABELS, 1, None),
        surgery.ignore(LABELS, [(1, 0), (4, 0)], "试"),
    ):
        assert {label.line for label in after} == everything
        assert len(after) == len(LABELS)
