"""The doors, and the way in."""

from django.contrib import admin
from django.contrib.auth import views as auth
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt
from django.views.i18n import set_language

from newsroom.logins import LoginView, PasswordView

handler400 = "newsroom.errors.bad_request"
handler404 = "newsroom.errors.not_found"
handler500 = "newsroom.errors.server_error"

urlpatterns = [
    path("admin/", admin.site.urls),
    path("desk/", include("articles.desk.urls")),
    path("login/", LoginView.as_view(), name="login"),
    path("password/", PasswordView.as_view(), name="password"),
    path("logout/", auth.LogoutView.as_view(), name="logout"),
    # The choice of a language needs no token, so that public pages need no cookie.
    path("language/", csrf_exempt(set_language), name="set_language"),
    path("api/", include("articles.api.urls")),
    path("", include("articles.public.urls")),
]
