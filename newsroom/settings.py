"""Settings of a Newsroom site. Everything that differs between sites comes from the environment."""

import sys
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from newsroom import environment as env

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env.text("NEWSROOM_DATA_DIR", str(BASE_DIR / "var")))

DEBUG = env.flag("NEWSROOM_DEBUG", default=False)
SECRET_KEY = env.secret("NEWSROOM_SECRET_KEY", DATA_DIR / "secret-key")
ALLOWED_HOSTS = env.hosts("NEWSROOM_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = env.addresses("NEWSROOM_ORIGINS")

INSTALLED_APPS = [
    "newsroom.apps.EditorsRoomsConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "django_filters",
    "django_tasks",
    "newsroom.apps.JobsConfig",
    "taggit",
    "articles.apps.ArticlesConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "newsroom.policy.content_security_policy",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.maintenance.Maintenance",
    "articles.public.caching.public_caching",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "newsroom.bodies.WholeForms",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "articles.public.forwarding.old_addresses",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": env.database("DATABASE_URL", f"sqlite:///{DATA_DIR / 'newsroom.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["ENGINE"] = "newsroom.sqlite3"
    # IMMEDIATE: a transaction that means to write waits for its turn at the start, where waiting
    # works, and not in the middle, where SQLite can only fail.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
            "PRAGMA mmap_size=134217728; PRAGMA cache_size=-16000;"
        ),
    }
if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    # Compiling a statement takes PostgreSQL seconds, and each of ours only milliseconds.
    # And planning one takes longer than answering it: what a connection has asked a few times is
    # planned once for all.
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        options="-c jit=off", server_side_binding=True, prepare_threshold=5
    )
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
    # Readers' finished pages. Each is kept under the state that it shows, so none can be stale.
    "pages": env.page_cache(
        "NEWSROOM_PAGE_CACHE",
        "off" if DEBUG else "memory",
        entries=env.number("NEWSROOM_PAGE_CACHE_ENTRIES", 400, least=1),
    ),
}

# Faults, refused logins and alarms go where the service's log is. Django would write a fault to
# nobody but administrators with a mail address.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"dated": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"refused": {"()": "newsroom.logs.WithoutWayThere"}},
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "dated",
            "filters": ["refused"],
        }
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO" if DEBUG else "WARNING"},
        # Every address that is not found would be a line.
        "django.request": {"level": "ERROR"},
    },
}

# From one network, in each process; 0 is no limit.
SEARCHES_A_MINUTE = env.number("NEWSROOM_SEARCHES_A_MINUTE", 60, least=0)

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTHENTICATION_BACKENDS = ["articles.roles.RosterBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "desk:start"
LOGOUT_REDIRECT_URL = "public:home"

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Chinese")), ("en", _("English"))]
# Who chose a language chose it for good.
LANGUAGE_COOKIE_AGE = 31_536_000
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [BASE_DIR / "newsroom" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = DATA_DIR / "media"
# While it is there the site is closed, and says to readers what it says.
MAINTENANCE_FILE = DATA_DIR / "maintenance"
# Until collectstatic has run there are no hashed names, and the plain files are served.
COLLECTED = (STATIC_ROOT / "staticfiles.json").exists() or "collectstatic" in sys.argv[1:2]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Nothing here has an address of its own; readers get some of it through a view that asks.
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": DATA_DIR / "private",
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not COLLECTED

# Mail is sent by send_digest alone; without a host there is none.
EMAIL_HOST = env.text("NEWSROOM_MAIL_HOST", "")
EMAIL_PORT = env.number("NEWSROOM_MAIL_PORT", 25, least=1, most=65_535)
EMAIL_HOST_USER = env.text("NEWSROOM_MAIL_USER", "")
EMAIL_HOST_PASSWORD = env.text("NEWSROOM_MAIL_PASSWORD", "")
EMAIL_USE_TLS = env.flag("NEWSROOM_MAIL_TLS", default=False)
EMAIL_TIMEOUT = 20
# Mails lead there; nothing else has to know where the site stands.
SITE_ADDRESS = env.address("NEWSROOM_ADDRESS")
DEFAULT_FROM_EMAIL = env.text("NEWSROOM_MAIL_FROM", "newsroom@localhost")

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
PERMISSIONS_POLICY = {"camera": [], "geolocation": [], "microphone": [], "payment": [], "usb": []}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
# A site on the internet stands behind HTTPS; the demo on 127.0.0.1 does not.
HTTPS = env.flag("NEWSROOM_HTTPS", default=False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = env.number("NEWSROOM_HSTS_SECONDS", 31_536_000 if HTTPS else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
BEHIND_PROXY = env.flag("NEWSROOM_BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# The machines' door: to anybody, without a login, and as JSON alone.
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": [],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "articles.api.answers.JSONAlone",
    "DEFAULT_THROTTLE_CLASSES": ["articles.api.answers.WalkingPace"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "articles.api.answers.told",
    "UNAUTHENTICATED_USER": None,
    "COERCE_DECIMAL_TO_STRING": False,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Newsroom",
    "DESCRIPTION": "What a newspaper has published, to be read by programs.",
    "VERSION": "1",
    "SCHEMA_PATH_PREFIX": "/api/",
    "COMPONENT_SPLIT_REQUEST": False,
    "DISABLE_ERRORS_AND_WARNINGS": False,
}

TAGGIT_CASE_INSENSITIVE = True
TAGGIT_TAGS_FROM_STRING = "articles.models.tagging.split_tags"
TAGGIT_STRING_FROM_TAGS = "articles.models.tagging.join_tags"

# The editorial rules of the house (docs/operators.md).
REVIEW_STAGES = {
    "web": env.track("NEWSROOM_WEB_STAGES", "first,second,final", "first,second,final"),
    "print": env.track("NEWSROOM_PRINT_STAGES", "verify,final", "verify,first,second,final"),
}
# "combined": each reviewer proofreads; "separate": proofreaders sign three proofs before the last.
PROOFREADING = env.choice("NEWSROOM_PROOFREADING", "combined", ["combined", "separate"])
IMPORTER_MAY_VERIFY = env.flag("NEWSROOM_IMPORTER_MAY_VERIFY", default=False)
# Only a demo has logins that everybody may read.
DEMO = env.flag("NEWSROOM_DEMO", default=False)
# A font file for PDFs that are drawn here; empty looks for one among those installed.
PDF_FONT = env.text("NEWSROOM_PDF_FONT", "")
MAX_PAGE_BYTES = env.number("NEWSROOM_MAX_PAGE_BYTES", 2_000_000, least=1)
MAX_PICTURE_BYTES = env.number("NEWSROOM_MAX_PICTURE_BYTES", 30_000_000, least=1)
MAX_PICTURE_PIXELS = env.number("NEWSROOM_MAX_PICTURE_PIXELS", 100_000_000, least=1)
MAX_PDF_BYTES = env.number("NEWSROOM_MAX_PDF_BYTES", 200_000_000, least=1)
# What the process may take that reads a PDF: its whole address space, and its time.
PDF_MEMORY_BYTES = env.number("NEWSROOM_PDF_MEMORY_BYTES", 512_000_000, least=100_000_000)
PDF_SECONDS = env.number("NEWSROOM_PDF_SECONDS", 30, least=1, most=86_400)
# A reporter's .docx is read under the same limits.
MAX_DOCX_BYTES = env.number("NEWSROOM_MAX_DOCX_BYTES", 50_000_000, least=1)
MAX_DOCX_UNPACKED_BYTES = env.number("NEWSROOM_MAX_DOCX_UNPACKED_BYTES", 200_000_000, least=1)
# The same for text recognition, which is an extra and needs more of both.
OCR_MEMORY_BYTES = env.number("NEWSROOM_OCR_MEMORY_BYTES", 3_000_000_000, least=1_000_000_000)
OCR_SECONDS = env.number("NEWSROOM_OCR_SECONDS", 180, least=1, most=86_400)
# All that is sent at once, and what a zip unpacks to.
MAX_UPLOAD_BYTES = env.number("NEWSROOM_MAX_UPLOAD_BYTES", 500_000_000, least=1)
MAX_UPLOAD_FILES = env.number("NEWSROOM_MAX_UPLOAD_FILES", 500, least=1)
FILE_UPLOAD_HANDLERS = [
    "newsroom.uploads.Limit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_NUMBER_FILES = MAX_UPLOAD_FILES
DATA_UPLOAD_MAX_MEMORY_SIZE = MAX_PAGE_BYTES * 4
# At the label desk every line of a long page may be chosen.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4_000
