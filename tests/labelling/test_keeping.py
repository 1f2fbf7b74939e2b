"""Parsing again keeps the pieces that an editor mended, and takes the rest anew."""

from articles.parsing.mending import surgery
from articles.parsing.mending.keeping import keep_by_hand
from articles.records import Label, Role

FRESH = (
    Label(1, 1, Role.HEADLINE, 0.9, "head"),
    Label(2, 1, Role.BODY, 0.9, "text", opens=True),
    Label(3, 1, Role.BODY, 0.9, "text"),
    Label(4, 2, Role.BODY, 0.9, "text", opens=True),
    Label(5, 2, Role.HEADLINE, 0.9, "head"),
    Label(6, None, Role.FURNITURE, 0.9, "folio"),
)


def facts(labels):
    return {label.line: (label.unit, label.role.value) for label in labels}


def test_what_nobody_touched_is_read_anew():
    old = tuple(label._replace(role=Role.BODY, confidence=0.3) for label in FRESH)
    assert keep_by_hand(old, FRESH) == FRESH


def test_a_mended_piece_stays_whole():
    mine = surgery.set_role(FRESH, [(4, 0)], Role.DECK)
    newer = tuple(x._replace(role=Role.SUBHEAD) if x.line in (3, 5) else x for x in FRESH)
    after = facts(keep_by_hand(mine, newer))
    assert (after[4], after[5]) == ((2, "deck"), (2, "headline"))
    assert after[3] == (1, "subhead")


def test_a_piece_split_by_hand_stays_split():
    mine = surgery.split(FRESH, (3, 0))
    after = facts(keep_by_hand(mine, FRESH))
    assert after == facts(mine)


def test_pieces_merged_by_hand_stay_merged():
    mine = surgery.merge(FRESH, 2, 1)
    assert facts(keep_by_hand(mine, FRESH)) == facts(mine)


def test_numbers_of_kept_and_fresh_pieces_never_meet():
    mine = surgery.merge(FRESH, 2, 1)
    mine = tuple(x._replace(unit=2) if x.line in (4, 5) else x._replace(unit=1) for x in mine)
    mine = surgery.set_role(mine, [(4, 0)], Role.DECK)
    newer = tuple(x._replace(unit=2) if x.line < 4 else x for x in FRESH[:3]) + FRESH[3:]
    after = facts(keep_by_hand(mine, newer))
    assert after[1][0] not in (None, after[4][0])


def test_a_line_left_out_by_hand_stays_out():
    mine = surgery.ignore(FRESH, [(6, 0)], "广告")
    after = keep_by_hand(mine, FRESH)
    assert facts(after)[6] == (None, "ignored")
    assert len(after) == len(FRESH)
