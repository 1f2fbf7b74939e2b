"""The login of reporters and of everybody who starts from the public pages, and their passwords."""

from django.contrib import messages
from django.contrib.auth import views
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from articles import entrance, handovers


class LoginForm(entrance.CountedAttempts, AuthenticationForm):
    """Name and password."""


class LoginView(views.LoginView):
    template_name = "login.html"
    form_class = LoginForm

    def form_invalid(self, form):
        return entrance.answered(super().form_invalid(form), form)

    def get_success_url(self):
        if handovers.open_one(self.request.user):
            return reverse("password")
        return super().get_success_url()


class PasswordForm(PasswordChangeForm):
    """Another than the present one: that may be known to whoever set it."""

    def clean_new_password1(self):
        password = self.cleaned_data["new_password1"]
        if self.user.check_password(password):
            raise ValidationError(_("This is the present password. Choose another."), code="same")
        return password


@method_decorator(never_cache, name="dispatch")
class PasswordView(views.PasswordChangeView):
    """One's own password, for everybody with a login."""

    template_name = "password.html"
    form_class = PasswordForm
    success_url = reverse_lazy("password")

    def form_valid(self, form):
        with transaction.atomic():
            answer = super().form_valid(form)
            handovers.take_over(self.request.user)
        messages.success(self.request, _("From now on this is your password."))
        return answer

    def get_context_data(self, **kwargs):
        handover = handovers.open_one(self.request.user)
        return super().get_context_data(handover=handover, **kwargs)
