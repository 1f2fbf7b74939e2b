"""The reason codes that a move is given on record, each list for one kind of move."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReturnReason(models.TextChoices):
    FACTS = "facts", _("facts to be checked")
    SOURCES = "sources", _("not enough sources")
    WORDING = "wording", _("errors in the wording")
    PICTURE = "picture", _("text and picture do not agree")
    DUPLICATE = "duplicate", _("duplicate")
    BYLINE = "byline", _("wrong byline")
    OTHER = "other", _("other")


class DeclineReason(models.TextChoices):
    UNSUITABLE = "unsuitable", _("not for this paper")
    OUTDATED = "outdated", _("no longer news")
    PLAGIARISM = "plagiarism", _("sent to several papers, or copied")
    THIN = "thin", _("too little in it")
    OTHER = "other", _("other")


class HoldReason(models.TextChoices):
    TIMING = "timing", _("waits for its day")
    SPACE = "space", _("no room at present")
    FACTS = "facts", _("waits for facts")
    OTHER = "other", _("other")


class WithdrawReason(models.TextChoices):
    BY_MISTAKE = "by_mistake", _("published by mistake")
    FACTUAL_ERROR = "factual_error", _("factual error")
    INFRINGEMENT = "infringement", _("infringement")
    PERSON_CONCERNED = "person_concerned", _("at the request of a person concerned")
    LEGAL = "legal", _("legal reasons")
    OTHER = "other", _("other")


class EmergencyReason(models.TextChoices):
    BREAKING = "breaking", _("breaking news")
    SAFETY = "safety", _("public safety")
    DUTY = "duty", _("notice that must go out at once")
    OTHER = "other", _("other")
