"""A printed page with two stories and a photo, as a PDF; and it taken in."""

from io import BytesIO

from django.core.files import File

from articles.intake import receiving
from tests.pdf.made import Placed, Printed, jpeg, pdf_of

LEFT, RIGHT = 40, 320
CAPTION = "孩子们在新跑道上跑步。　陈一诺　摄"


def column(lines, left, top):
    """Lines of ten points, set close; "" leaves a line free."""
    return [Printed(text, left, top + 14 * n) for n, text in enumerate(lines) if text]


PHOTO = jpeg((600, 400), "seagreen")
FIRST = column(
    [
        "　　本报讯（记者陈一诺　通讯员周牧）11月18日，",
        "岚汀县青禾坪镇中心小学新操场启用，六百多名学生",
        "在新跑道上上了第一堂体育课。",
        "　　学校原来的操场是煤渣地，下雨就不能用。今年",
        "夏天，县里拨款八十万元，用三个月建成了新操场。",
    ],
    LEFT,
    130,
)
SECOND = column(
    [
        "　　本报讯（记者陈一诺）近日，岚汀县图书馆把晚",
        "间闭馆时间推迟到九点半，方便下班的读者借书。",
        "　　图书馆馆长说，推迟闭馆以后，每天晚上多来一",
        "百多位读者。",
    ],
    RIGHT,
    130,
)
TWO_STORIES = [
    Printed("青禾坪小学新操场启用", LEFT, 80, 24),
    *FIRST,
    Printed("县图书馆晚间延时开放", RIGHT, 80, 24),
    *SECOND,
    Placed(PHOTO, LEFT, 240, 240, 160),
    Printed(CAPTION, LEFT, 404, 8),
]


def upload(data) -> File:
    return File(BytesIO(data), name="a.pdf")


def receive(issue, by, data=None, **fields):
    data = pdf_of(TWO_STORIES) if data is None else data
    place = {"label": "01", "file_name": "01.pdf"} | fields
    return receiving.receive_pdf(issue, upload=upload(data), by=by, **place)
