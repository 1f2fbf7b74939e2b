"""The way in: guesses are counted, nobody is told which names exist, sessions begin anew."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.utils import timezone

from articles import attempts, entrance
from articles.models import LoginAttempt

DOORS = ["/login/", "/admin/login/"]
RIGHT = "石桥-流水-人家"


@pytest.fixture(autouse=True)
def _fast_hashes(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def chen(cast):
    cast.chen.set_password(RIGHT)
    cast.chen.save()
    return cast.chen


def enter(client, door, name="chen", password="wrong", network="192.0.2.7", **more):
    return client.post(door, {"username": name, "password": password, **more}, REMOTE_ADDR=network)


def is_in(client):
    return "_auth_user_id" in client.session


@pytest.mark.parametrize("door", DOORS)
def test_after_five_wrong_passwords_the_right_one_has_to_wait(door, client, chen):
    answers = [enter(client, door).status_code for _turn in range(5)]
    answer = enter(client, door, password=RIGHT)
    assert (answers, answer.status_code, is_in(client)) == ([200] * 5, 429, False)
    assert answer["Retry-After"] == "900"


def test_one_door_counts_for_the_other(client, chen):
    for _turn in range(5):
        enter(client, "/admin/login/")
    assert enter(client, "/login/", password=RIGHT).status_code == 429


def test_waiting_opens_the_door_again(client, chen):
    for _turn in range(6):
        enter(client, "/login/")
    LoginAttempt.objects.update(at=timezone.now() - attempts.WITHIN - timedelta(seconds=1))
    enter(client, "/login/", password=RIGHT)
    assert is_in(client)
    assert LoginAttempt.objects.count() == 0


def test_trying_while_barred_makes_the_wait_no_longer(client, chen):
    for _turn in range(9):
        enter(client, "/login/")
    assert LoginAttempt.objects.count() == 5


def test_a_stranger_s_guesses_bar_nobody_elsewhere(client, chen):
    for _turn in range(6):
        enter(client, "/login/", network="198.51.100.1")
    enter(client, "/login/", password=RIGHT)
    assert is_in(client)


def test_a_right_password_clears_the_count(client, chen):
    for _turn in range(2):
        for _guess in range(4):
            enter(client, "/login/")
        enter(client, "/login/", password=RIGHT)
        assert is_in(client)
        client.logout()


def test_guesses_from_many_networks_are_counted_together(client, chen, monkeypatch):
    monkeypatch.setattr(attempts, "OF_NAME", 8)
    statuses = [
        enter(client, "/login/", network=f"198.51.100.{turn}").status_code for turn in range(9)
    ]
    assert statuses == [200] * 8 + [429]


def test_guesses_at_many_names_from_one_network_are_counted_together(client, db, monkeypatch):
    monkeypatch.setattr(attempts, "OF_NETWORK", 8)
    network = "2001:db8:1:2::"
    statuses = [
        enter(client, "/login/", name=f"n{turn}", network=f"{network}{turn:x}").status_code
        for turn in range(9)
    ]
    assert statuses == [200] * 8 + [429]


@pytest.mark.parametrize("door", DOORS)
def test_no_answer_tells_which_names_exist(door, client, chen):
    User.objects.create_user("shut", password=RIGHT, is_active=False, is_staff=True)

    def answers(name, network):
        texts = (enter(client, door, name, network=network).text for _turn in range(6))
        return [told(text.replace(name, "")) for text in texts]

    known, unknown, shut = (
        answers(name, f"192.0.2.{turn}") for turn, name in enumerate(("chen", "nobody", "shut"))
    )
    assert known == unknown == shut


def told(text):
    return [line for line in text.splitlines() if "csrfmiddlewaretoken" not in line]


def test_names_and_networks_are_kept_as_hashes_alone(client, chen):
    enter(client, "/login/")
    (row,) = LoginAttempt.objects.values_list("name", "network")
    assert "chen" not in row
    assert all(len(value) == 64 for value in row)


def test_a_session_known_before_the_login_is_worth_nothing_after_it(client, chen):
    client.get("/login/")
    planted = client.session
    planted["planted"] = True
    planted.save()
    client.cookies["sessionid"] = before = planted.session_key
    enter(client, "/login/", password=RIGHT)
    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


def test_leaving_ends_the_session_everywhere(client, chen):
    enter(client, "/login/", password=RIGHT)
    key = client.session.session_key
    client.post("/logout/")
    client.cookies["sessionid"] = key
    assert client.get("/admin/").status_code == 302


def test_a_new_password_ends_the_other_sessions(client, chen):
    enter(client, "/login/", password=RIGHT)
    chen.set_password("另一句-很长的-话")
    chen.save()
    assert client.get("/admin/").status_code == 302


ELSEWHERE = [
    "//evil.example",
    "\\\\evil.example",
    "/\\evil.example",
    "https:evil.example",
    "https:///evil.example",
    "http://evil.example/admin/",
    "javascript:alert(1)",
    "\t//evil.example",
    "/%0d%0aSet-Cookie:x=1//evil.example",
    "/\r\nSet-Cookie: x=1",
    "///evil.example",
    "http:\x00//evil.example",
    "//testserver@evil.example",
    "https://testserver.evil.example/",
]


@pytest.mark.parametrize("next_", ELSEWHERE)
def test_no_address_leads_away_after_the_login(next_, client, chen):
    for door in DOORS:
        answer = enter(client, door, password=RIGHT, next=next_)
        assert_stays(answer)
        client.logout()
    assert_stays(client.post("/logout/", {"next": next_}))
    assert_stays(client.post("/language/", {"language": "en", "next": next_}))
    referred = client.post("/language/", {"language": "en"}, headers={"Referer": next_})
    assert_stays(referred)


def assert_stays(answer):
    assert answer.status_code in (200, 204, 302)
    target = answer.headers.get("Location", "/")
    assert target.startswith("/")
    assert not target.startswith(("//", "/\\"))
    assert "Set-Cookie:" not in target or "%0d" in target.lower()


def test_ipv4_seen_through_ipv6_is_told_apart(rf):
    networks = {
        entrance.network_of(entrance.address_of(rf.get("/", REMOTE_ADDR=f"::ffff:192.0.2.{last}")))
        for last in (7, 8)
    }
    assert networks == {"192.0.2.7/32", "192.0.2.8/32"}
