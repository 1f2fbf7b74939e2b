"""Every kind of doubt, with the sentence that tells an editor what, where and what to do next."""

from articles.records import Doubt

DOUBTS = {
    "headline_missing": (
        "Line %(line)s: the article that begins here has no headline in the text. "
        "Look at the printed page and type its headline."
    ),
    "headline_drawn": (
        "Line %(line)s: the headline above the article that begins here is drawn, not set. "
        "Look at the printed page and type it."
    ),
    "kicker_or_headline": (
        "Line %(line)s: “%(text)s” may be kicker, headline or deck. "
        "Compare with the printed page and set its role."
    ),
    "headline_owner": (
        "Line %(line)s: “%(text)s” fits more than one article. "
        "Check that it stands on the right one."
    ),
    "umbrella": (
        "Line %(line)s: “%(text)s” speaks of several articles and may head them all. "
        "If it does, leave it to the first of them as its kicker, or mark it as page matter."
    ),
    "pull_quote": (
        "Line %(line)s: “%(text)s” repeats words of the article and was set aside as a pull quote. "
        "If it is part of the text, make it body again."
    ),
    "caption_repeated": (
        "Line %(line)s: this caption is printed in an article as well. Keep one of the two."
    ),
    "headline_unused": (
        "Line %(line)s: “%(text)s” reads like a headline but no article was found for it. "
        "Assign it or mark it as page matter."
    ),
    "subhead_or_headline": (
        "Line %(line)s: “%(text)s” was taken for a subhead. "
        "If an article of its own begins here, make it a headline."
    ),
    "unfinished": (
        "Line %(line)s: the article stops in the middle of a sentence. "
        "Check whether its end is on another page or in another piece."
    ),
    "no_beginning": (
        "Line %(line)s: the text begins in the middle of a sentence. "
        "Check whether it continues another piece."
    ),
    "rejoined": (
        "Line %(line)s: this piece was joined to an article that other text interrupts. "
        "Check the joint."
    ),
    "photo_credit_missing": (
        "Line %(line)s: the caption names nobody who took the picture. Enter the photographer."
    ),
    "caption_missing": (
        "Line %(line)s: a photo credit without a caption. Assign it to its photo or article."
    ),
    "byline_unread": (
        "Line %(line)s: “%(text)s” could not be read as names. Enter the names by hand."
    ),
    "quotes_unbalanced": (
        "Line %(line)s: an opening or closing quotation mark is missing in this article. "
        "Check its beginning and its end."
    ),
    "jump_without_partner": (
        "Line %(line)s: “%(text)s” points to another page. Join the two parts once both are in."
    ),
    "repeated": ("Line %(line)s: this piece is printed twice on the page. Keep one of the two."),
    "printed_twice": (
        "Line %(line)s: the issue prints this article a second time: %(text)s. Keep one of the "
        "two, or write here that both are wanted, as for two editions."
    ),
    "private_characters": (
        "Line %(line)s: “%(text)s” holds a character that only the paper's own font can show. "
        "Type the right character."
    ),
    "number_joined": (
        "Line %(line)s: the number %(text)s was cut at the line's end. Check its digits."
    ),
    "unassigned": (
        "Line %(line)s: “%(text)s” belongs to no article. Assign it or mark it as page matter."
    ),
    "folio_date": (
        "Line %(line)s: the page bears two dates (%(text)s). Enter the right one on the issue."
    ),
    "table": (
        "Line %(line)s: these lines look like a table and were kept line by line. "
        "Check their order."
    ),
    "columns_parted": (
        "Line %(line)s: columns stand side by side in these lines; they were parted and are read "
        "one after another. Compare their order with the printed page."
    ),
    "line_parted": (
        "Line %(line)s: a headline and the beginning of another story stand on this line; it was "
        "parted. Check with the printed page which story the headline belongs to."
    ),
    "gapped": (
        "Line %(line)s: wide gaps run through these lines, as in a table or where two columns were "
        "read as one. Compare them with the printed page."
    ),
    "signs_apart": (
        "Line %(line)s: most lines of this text hold a sign or two, as a tool writes a page that "
        "lies on its side. Little of it can be read; import the page's PDF instead."
    ),
    "date_after_issue": (
        "Line %(line)s: %(text)s is after the issue's date, but is told as past. "
        "Check it against the printed page and the date of the issue."
    ),
    "weekday_wrong": (
        "Line %(line)s: %(text)s fell on another day of the week. "
        "Check the date against the printed page."
    ),
    "date_impossible": (
        "Line %(line)s: there is no such day as %(text)s. Check the date against the printed page."
    ),
    "year_contradicts_issue": (
        "Line %(line)s: %(text)s was kept in another year than that of the issue. "
        "Check the date of the issue."
    ),
    "folio_contradicts_issue": (
        "Line %(line)s: the page says %(text)s, which the issue does not. "
        "Check whether the page was filed under the right issue and label."
    ),
}


def doubt(
    kind: str, line: int, unit: int | None = None, text: str = "", candidates: tuple = ()
) -> Doubt:
    """A Doubt of a known kind; `text` is shortened to what fits in a sentence."""
    shown = text if len(text) <= 40 else text[:39] + "…"
    params = (("line", str(line)), ("text", shown))
    return Doubt(kind, line, DOUBTS[kind], tuple(candidates), unit, params)
