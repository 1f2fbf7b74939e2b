"""Archives of all kinds: sound ones are unpacked, others refused with the entry's name."""

import io
import stat
import struct
import zipfile

import pytest

from articles.files.zips import END, PageZip, ZipLimits, ZipRefused
from tests.batches.pages import zipped

LIMITS = ZipLimits(entries=20, entry_bytes=50_000, total_bytes=100_000)


def opened(data, limits=LIMITS):
    return PageZip(io.BytesIO(data), "报纸.zip", limits)


def contents(data, limits=LIMITS):
    archive = opened(data, limits)
    return {entry.name: b"".join(archive.unpack(entry)) for entry in archive.entries}


def refused(data, limits=LIMITS):
    with pytest.raises(ZipRefused) as error:
        contents(data, limits)
    return error.value


def entry(name, **fields):
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    for field, value in fields.items():
        setattr(info, field, value)
    return info


def test_files_in_folders_are_unpacked_and_drost_is_not():
    data = zipped({"a/": b"", "a/01.txt": b"one", "__MACOSX/a/._01.txt": b"x", "Thumbs.db": b"x"})
    assert contents(data) == {"a/01.txt": b"one"}


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_chinese_names_are_read_whatever_the_packer_wrote(encoding):
    plain = "20200417-01-xxxx.txt"
    name = "20200417-01-要闻".encode(encoding)
    data = zipped({plain[: len("20200417-01-")] + "x" * (len(name) - 12) + ".txt": b"one"})
    data = data.replace(b"20200417-01-" + b"x" * (len(name) - 12), name)
    assert contents(data) == {"20200417-01-要闻.txt": b"one"}


def test_a_name_is_the_same_however_it_is_spaced_and_its_folders_are_parted():
    assert contents(zipped({"./a//01\u3000要闻.txt": b"one"})) == {"a/01 要闻.txt": b"one"}
    assert refused(zipped({"a/01.txt": b"one", "./a\\01.txt": b"two"})).code == "twice"


BAD_NAMES = {
    "../01.txt": "outside",
    "a/../../01.txt": "outside",
    "/etc/01.txt": "outside",
    "..\\01.txt": "outside",
    "C:\\01.txt": "outside",
    "CON.txt": "reserved",
    "a/nul": "reserved",
    "lpt1.01.txt": "reserved",
    "01\n.txt": "name",
    "01\u202etxt.exe": "name",
    "x" * 300 + ".txt": "name",
    "inner.zip": "nested",
    "inner.RAR": "nested",
}


@pytest.mark.parametrize(("name", "code"), BAD_NAMES.items(), ids=range(len(BAD_NAMES)))
def test_a_bad_name_is_refused_and_named(name, code):
    error = refused(zipped({"00.txt": b"fine", name: b"x"}))
    assert error.code == code
    assert error.params["entry"][:3] in str(error)


def test_a_name_that_hides_behind_a_nul_is_refused():
    data = zipped({"01.txt_.exe": b"x"}).replace(b"01.txt_.exe", b"01.txt\0.exe")
    assert refused(data).code == "name"


@pytest.mark.parametrize("other", ["A03.TXT", "Ａ03.txt", "a03.txt"])
def test_names_that_differ_in_capitals_alone_are_refused(other):
    assert refused(zipped({"A03.txt": b"x", other: b"y"})).code == "twice"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("01.txt", b"x")
        archive.writestr("01.txt", b"y")
    assert refused(out.getvalue()).code == "twice"


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_devices_are_refused(kind):
    link = entry("01.txt", external_attr=(kind | 0o777) << 16)
    assert refused(zipped({link: b"/etc/passwd"})).code == "special"


def test_an_archive_under_another_name_is_refused():
    assert refused(zipped({"01.txt": zipped({"a.txt": b"x"})})).code == "nested"


def test_an_entry_that_unpacks_to_too_much_is_refused():
    assert refused(zipped({"01.txt": b"0" * 60_000})).code == "too_large"


def test_entries_that_are_too_much_together_are_refused():
    data = zipped({f"{number}.txt": b"0" * 40_000 for number in range(3)})
    assert refused(data).code == "too_large_together"


def test_a_declared_size_is_not_believed():
    big = b"0" * 60_000
    data = zipped({"01.txt": big})
    lied = data.replace(struct.pack("<L", len(big)), struct.pack("<L", 10))
    assert refused(lied).code in ("damaged", "too_large")


def test_too_many_entries_are_refused_before_they_are_read():
    data = zipped({f"{number}.txt": b"" for number in range(400)})
    assert refused(data).code == "entries"
    assert refused(zipped({f"{number}.txt": b"" for number in range(21)})).code == "entries"


def test_a_large_directory_is_refused_by_its_size_alone():
    data = zipped({"01.txt": b"x"})
    place = data.rfind(END) + 12
    assert refused(data[:place] + struct.pack("<L", 2**31) + data[place + 4 :]).code == "entries"


def test_the_format_for_gigabytes_is_refused():
    data = zipped({"01.txt": b"x"})
    place = data.rfind(END)
    locator = b"PK\x06\x07" + b"\0" * 16
    assert refused(data[:place] + locator + data[place:]).code == "zip64"


def test_an_encrypted_entry_is_refused():
    data = bytearray(zipped({"01.txt": b"x"}))
    data[data.find(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(data)).code == "encrypted"


def test_an_unknown_method_is_refused():
    data = bytearray(zipped({"01.txt": b"x" * 100}))
    data[data.find(b"PK\x01\x02") + 10] = 99
    assert refused(bytes(data)).code == "method"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_method_that_cannot_be_counted_while_it_unpacks_is_refused_unread(method):
    """A thousand bytes of it would take two gigabytes, whatever size they declare."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        archive.writestr("01.txt", b"0" * 1000)
    with pytest.raises(ZipRefused) as error:
        opened(data.getvalue())
    assert error.value.code == "method"


def test_a_wrong_checksum_is_refused():
    data = bytearray(zipped({"01.txt": b"x" * 100}))
    for header, offset in ((b"PK\x03\x04", 14), (b"PK\x01\x02", 16)):
        data[data.find(header) + offset] ^= 0xFF
    error = refused(bytes(data))
    assert (error.code, error.params["entry"]) == ("damaged", "01.txt")


@pytest.mark.parametrize("data", [b"", b"PK\x05\x06", b"no archive", END + b"\xff" * 18])
def test_what_is_no_archive_is_refused(data):
    assert refused(data).code in ("broken", "entries", "zip64")


def test_an_archive_cut_off_anywhere_is_refused_or_whole():
    data = zipped({"01.txt": bytes(range(256)) * 20, "02.txt": b"two"})
    for cut in range(0, len(data), 7):
        assert refused(data[:cut]).code in ("broken", "damaged")
