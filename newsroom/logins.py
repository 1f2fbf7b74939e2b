"""The login of reporters and of everybody who starts from the public pages."""

from django.contrib.auth import views
from django.contrib.auth.forms import AuthenticationForm

from articles import entrance


class LoginForm(entrance.CountedAttempts, AuthenticationForm):
    """Name and password."""


class LoginView(views.LoginView):
    template_name = "login.html"
    form_class = LoginForm

    def form_invalid(self, form):
        return entrance.answered(super().form_invalid(form), form)
