"""台账 at the desk: one's own pieces, characters and rates by month, and the rows as CSV."""

from functools import wraps

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from articles.bylines import ledger as ledgers
from articles.bylines import people
from articles.desk.gate import writers_only


def own_book(view):
    """Open the view with the person whose book it is, and the year that is asked for."""

    @require_safe
    @writers_only
    @wraps(view)
    def opened(request):
        person = people.of_user(request.user)
        if person is None:
            return redirect("desk:name")
        return view(request, person, ledgers.year_of(request.GET.get("year")))

    return opened


@own_book
def ledger(request, person, year):
    before, after = ledgers.years_around(year)
    months = ledgers.months_of(person, request.user, year)
    context = {"person": person, "year": year, "before": before, "after": after, "months": months}
    return render(request, "desk/ledger.html", context)


@own_book
def ledger_csv(request, person, year):
    return HttpResponse(
        ledgers.as_csv(year, person=person),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="ledger-{year}.csv"'},
    )
