"""The records that the newsroom keeps."""

from articles.models.annotation import (
    DateMention,
    DateNote,
    Precision,
    Suggestion,
    SuggestionKind,
)
from articles.models.article import Article, NumberSeries, Origin, Status
from articles.models.assignment import Assignment, AssignmentNote, AssignmentState
from articles.models.attempt import LoginAttempt
from articles.models.autosave import Autosave
from articles.models.batch import (
    BatchStage,
    ImportBatch,
    ImportItem,
    ImportText,
    ItemKind,
    ItemState,
    Worker,
)
from articles.models.claim import Claim
from articles.models.correction import Correction, CorrectionKind, CorrectionState, Severity
from articles.models.duty import Duty
from articles.models.event import Event
from articles.models.face import Face, Region
from articles.models.file import FileKind, SourceFile
from articles.models.handover import Handover
from articles.models.holiday import Holiday
from articles.models.issue import Issue
from articles.models.layout import PageLayout
from articles.models.likeness import Likeness
from articles.models.notice import Notice, Why
from articles.models.old_address import OldAddress
from articles.models.page import Page, PageDoubt, ParseRun
from articles.models.part import JoinedPart
from articles.models.people import Alias, Credit, CreditRole, Reporter
from articles.models.photo import Photo, Rights
from articles.models.print_task import PrintTask
from articles.models.publication import Publication, Section
from articles.models.report import ErrorReport, ReportSource, ReportState
from articles.models.review import (
    CommentKind,
    CommentReply,
    ErrorKind,
    LastLook,
    ProofMark,
    ReplyAction,
    ReviewComment,
    Waiver,
)
from articles.models.search import SearchEntry, SearchPlace
from articles.models.stamp import Stamp
from articles.models.tagging import Tag, Tagging
from articles.models.version import Version, VersionCredit, VersionPhoto
from articles.models.wording import CheckSeverity, HouseTerm

__all__ = [
    "Alias",
    "Article",
    "Assignment",
    "AssignmentNote",
    "AssignmentState",
    "Autosave",
    "BatchStage",
    "CheckSeverity",
    "Claim",
    "CommentKind",
    "CommentReply",
    "Correction",
    "CorrectionKind",
    "CorrectionState",
    "Credit",
    "CreditRole",
    "DateMention",
    "DateNote",
    "Duty",
    "ErrorKind",
    "ErrorReport",
    "Event",
    "Face",
    "FileKind",
    "Handover",
    "Holiday",
    "HouseTerm",
    "ImportBatch",
    "ImportItem",
    "ImportText",
    "Issue",
    "ItemKind",
    "ItemState",
    "JoinedPart",
    "LastLook",
    "Likeness",
    "LoginAttempt",
    "Notice",
    "NumberSeries",
    "OldAddress",
    "Origin",
    "Page",
    "PageDoubt",
    "PageLayout",
    "ParseRun",
    "Photo",
    "Precision",
    "PrintTask",
    "ProofMark",
    "Publication",
    "Region",
    "ReplyAction",
    "ReportSource",
    "ReportState",
    "Reporter",
    "ReviewComment",
    "Rights",
    "SearchEntry",
    "SearchPlace",
    "Section",
    "Severity",
    "SourceFile",
    "Stamp",
    "Status",
    "Suggestion",
    "SuggestionKind",
    "Tag",
    "Tagging",
    "Version",
    "VersionCredit",
    "VersionPhoto",
    "Waiver",
    "Why",
    "Worker",
]
