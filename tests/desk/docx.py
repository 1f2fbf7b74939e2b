"""Small .docx files as word processors write them, and as they never would."""

import zipfile
from io import BytesIO

SPACES = " ".join(
    f'xmlns:{prefix}="http://schemas.openxmlformats.org/{name}"'
    for prefix, name in {
        "w": "wordprocessingml/2006/main",
        "r": "officeDocument/2006/relationships",
        "m": "officeDocument/2006/math",
        "wp": "drawingml/2006/wordprocessingDrawing",
        "a": "drawingml/2006/main",
        "pic": "drawingml/2006/picture",
    }.items()
)
DOCUMENT = f"<w:document {SPACES}><w:body>%s</w:body></w:document>"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    "</Types>"
)
STYLES = (
    f"<w:styles {SPACES}>"
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="{level}"><w:name w:val="heading {level}"/>'
        "</w:style>"
        for level in (1, 2)
    )
    + "</w:styles>"
)


def paragraph(text, properties=""):
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def heading(text, level):
    return paragraph(text, f'<w:pPr><w:pStyle w:val="{level}"/></w:pPr>')


def table(rows):
    cells = (
        "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row).join(["<w:tr>", "</w:tr>"])
        for row in rows
    )
    return f"<w:tbl>{''.join(cells)}</w:tbl>"


def picture(key, how="embed"):
    return (
        "<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill>"
        f'<a:blip r:{how}="{key}"/>'
        "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def docx(*blocks, pictures=None, parts=None) -> bytes:
    """`pictures` are files by their relation, `parts` replace or add to what stands in the zip."""
    pictures = pictures or {}
    links = "".join(
        f'<Relationship Id="{key}" Type="{RELATED}/image" Target="media/{key}.png"/>'
        for key in pictures
    )
    links += (
        f'<Relationship Id="rId99" Type="{RELATED}/image" Target="https://example.org/x.png" '
        'TargetMode="External"/>'
    )
    styles = f'<Relationship Id="rId1" Type="{RELATED}/styles" Target="styles.xml"/>'
    root = f'<Relationship Id="rId1" Type="{RELATED}/officeDocument" Target="word/document.xml"/>'
    found = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": _relations(root),
        "word/document.xml": DOCUMENT % "".join(blocks),
        "word/styles.xml": STYLES,
        "word/_rels/document.xml.rels": _relations(styles + links),
        **{f"word/media/{key}.png": data for key, data in pictures.items()},
        **(parts or {}),
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in found.items():
            archive.writestr(name, data)
    return out.getvalue()


def _relations(rows):
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'
