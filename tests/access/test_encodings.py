"""What is sent says itself how it is encoded: what is not UTF-8 is refused, and never a fault."""

from io import BytesIO

import pytest

from newsroom.bodies import whole_bodies
from tests.access.test_cut_off import as_parts, page_sent

# Other encodings, what Python knows by such a name besides, and what nobody can read.
STRANGE = [
    *(f"charset={name}" for name in "gbk utf-16 unicode_escape idna punycode zlib rot13".split()),
    *("charset=undefined", "charset=nosuch", "charset*=nosuch''a", "x*=undefined''%41"),
]


def handed_on(method, content_type):
    """(what the site is given of the content type, the status of a refusal)"""
    given, said = [], []
    application = whole_bodies(lambda environ, _start: given.append(environ["CONTENT_TYPE"]))
    environ = {
        "REQUEST_METHOD": method,
        "CONTENT_TYPE": content_type,
        "CONTENT_LENGTH": "0",
        "wsgi.input": BytesIO(),
    }
    application(environ, lambda status, _headers: said.append(status))
    return given, said


@pytest.mark.parametrize("parameter", STRANGE)
def test_a_form_in_another_encoding_is_refused(parameter):
    refusal = ([], ["400 Bad Request"])
    assert handed_on("POST", f"multipart/form-data; boundary=X; {parameter}") == refusal


@pytest.mark.parametrize("parameter", STRANGE)
def test_a_page_is_read_whatever_the_request_says_of_its_encoding(parameter):
    assert handed_on("GET", f"text/plain; {parameter}") == ([""], [])


@pytest.mark.parametrize("charset", ["utf-8", '"UTF-8"', "utf8"])
def test_a_form_in_utf_8_is_taken(charset):
    kind = f"multipart/form-data; boundary=X; charset={charset}"
    assert handed_on("POST", kind) == ([kind], [])


def test_a_file_name_of_half_a_character_takes_no_form_down(client, cast, publication):
    client.force_login(cast.de)
    fields, kind = as_parts({**page_sent(publication), "text": ""})
    name = "filename*=unicode_escape''%5Cud800.txt"
    head = f'--X\r\nContent-Disposition: form-data; name="file"; {name}\r\n\r\n'
    body = head.encode() + "砚溪大桥今日通车。\r\n".encode() + fields
    answer = client.post("/admin/articles/page/add/", body, content_type=kind)
    assert answer.status_code < 500
