"""What the desk calls its fields, to those who read English."""

import re

from articles.bylines import people


def test_english_labels_begin_with_a_capital(client, cast, publication):
    people.introduce(cast.rui, name="林知夏", unit="", person=None)
    client.force_login(cast.rui)
    html = client.get("/desk/new/", headers={"accept-language": "en"}).content.decode()
    labels = re.findall(r'<label for="id_\w+">\s*(\w+)', html)
    assert "Headline" in labels
    assert [label for label in labels if not label[0].isupper()] == []
