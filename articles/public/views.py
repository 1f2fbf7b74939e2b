"""Readers' pages: each opens the gate, asks for what is live, and answers."""

from django.core.files.storage import default_storage, storages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from articles.images.renditions import WIDTHS, rendition_path
from articles.models import Article, Publication, Reporter, Section, Tag
from articles.public import finding, reading
from articles.public.calendar import months_of
from articles.public.faces import face_of, public_face
from articles.public.facsimiles import facsimile_of
from articles.public.filters import KEPT, SearchFilter
from articles.public.gate import public_page, public_picture
from articles.public.linked_data import news_article
from articles.public.paging import listing, page_number, paged
from articles.public.pauses import pauses_between, pauses_in
from articles.public.pictures import picture_response
from articles.texts.body import blocks_of


@public_page
def home(request):
    context = {
        "fronts": reading.fronts(Publication.objects.all()),
        "stories": reading.web_stories(),
    }
    return render(request, "public/home.html", context)


@public_page
def publication(request, publication):
    paper = get_object_or_404(Publication, slug=publication)
    issues = reading.public_issues(publication)
    dates = issues.values_list("date", flat=True).order_by("date")
    first, newest = dates.first(), dates.last()
    year = _year(request.GET, newest)
    days = list(dates.filter(date__year=year))
    context = {
        "publication": paper,
        "year": year,
        "months": months_of(days, pauses=pauses_in(paper, days)),
        "years": range(newest.year, first.year - 1, -1) if newest else (),
        "stories": reading.web_stories(publication=paper),
    }
    return render(request, "public/publication.html", context)


def _year(query, newest):
    """The year asked for, else that of the newest issue."""
    text = query.get("year", "")
    if not text:
        return (newest or timezone.localdate()).year
    if not (text.isascii() and text.isdigit() and len(text) == 4 and "1000" <= text < "9999"):
        raise Http404
    return int(text)


@require_safe
def latest(request, publication):
    newest = reading.public_issues(publication).select_related("publication").order_by("-date")
    issue = newest.first()
    if issue is None:
        raise Http404
    response = redirect(issue)
    response["Cache-Control"] = "public, no-cache"
    return response


@public_page
def issue(request, publication, date):
    found = reading.issue_with_neighbours(publication, date)
    if found is None:
        return _day_without_issue(request, publication, date)
    sheets = reading.sheets_of(found)
    front = sheets[0]
    context = {
        "publication": found.publication,
        "issue": found,
        "page": front.page,
        "sheets": sheets[1:],
        "pages": [sheet.page for sheet in sheets],
        "staff": reading.staff_of(front.page),
        "pauses_before": pauses_between(found.publication, found.previous_date, date),
        "pauses_after": pauses_between(found.publication, date, found.next_date),
        **_opened(front.page, front.articles),
    }
    return render(request, "public/issue.html", context)


def _day_without_issue(request, publication, day):
    """What came out on the web alone."""
    paper = get_object_or_404(Publication, slug=publication)
    found = listing(reading.web_stories_of(paper, day), page_number(request.GET))
    return render(request, "public/day.html", {"publication": paper, "day": day, "listing": found})


@public_page
def page(request, publication, date, label):
    pages = list(reading.pages_of(reading.public_issues(publication).filter(date=date)))
    here = next((place for place, page in enumerate(pages) if page.label == label), None)
    if here is None:
        raise Http404
    found = pages[here]
    printed = reading.in_place(reading.articles_of(found), reading.continuations_on(found))
    context = {
        "publication": found.issue.publication,
        "issue": found.issue,
        "page": found,
        "pages": pages,
        "nameplate": here == 0,
        "staff": reading.staff_of(found),
        "previous": pages[here - 1] if here else None,
        "next": pages[here + 1] if here + 1 < len(pages) else None,
        **_opened(found, printed),
    }
    return render(request, "public/page.html", context)


def _opened(page, printed):
    """A page lying open: its picture where readers may see it, else the page set again."""
    picture = face_of(page)
    if picture is not None:
        return {"titles": printed, "print": picture}
    return {"titles": printed, "bands": facsimile_of(printed)}


@public_page
def article(request, publication, number):
    found = reading.live_article(publication, number)
    if found is None:
        return _taken_back(request, publication, number)
    version, site = found.live_version, _site(request)
    corrections = list(reading.corrections_of(found)) if found.is_corrected else []
    context = {
        "publication": found.publication,
        "article": found,
        "version": version,
        "blocks": blocks_of(version.body),
        "credits": reading.credits_by_role(version),
        "corrections": corrections,
        "place": reading.place_of(found),
        "site": site,
        "data": news_article(found, corrections=corrections, site=site),
    }
    if found.page:
        context |= {
            "page": found.page,
            "issue": found.page.issue,
            "staff": reading.staff_of(found.page),
        }
    return render(request, "public/article.html", context)


def _site(request):
    return f"{request.scheme}://{request.get_host()}"


@public_page
def article_photo(request, publication, number, place):
    found = reading.live_article(publication, number)
    photos = reading.photos_of(found) if found else {}
    if place not in photos:
        raise Http404
    places = list(photos)
    here = places.index(place)
    context = {
        "publication": found.publication,
        "issue": found.page.issue if found.page else None,
        "article": found,
        "photo": photos[place],
        "place": place,
        "previous": places[here - 1] if here else None,
        "next": places[here + 1] if here + 1 < len(places) else None,
    }
    return render(request, "public/photo.html", context)


def _taken_back(request, publication, number):
    """Withdrawn: gone, with a notice. Retracted: the address stays, with the statement."""
    notice = reading.notice_of(publication, number)
    if notice is None:
        raise Http404
    if notice.is_retraction:
        return render(request, "public/retracted.html", {"notice": notice.text})
    return render(request, "410.html", {"notice": notice.text}, status=410)


@public_page
def corrections(request, publication):
    paper = get_object_or_404(Publication, slug=publication)
    log = reading.correction_log(paper, page_number(request.GET))
    if log.number > 1 and not log.articles:
        raise Http404
    context = {"publication": paper, "listing": log}
    return render(request, "public/corrections.html", context)


@public_page
def about(request, publication):
    paper = get_object_or_404(Publication, slug=publication)
    context = {"publication": paper, "sections": reading.sections_of(paper)}
    return render(request, "public/about.html", context)


@public_page
def photos(request, publication):
    paper = get_object_or_404(Publication, slug=publication)
    found = reading.with_photos(paged(reading.pictured(paper), page_number(request.GET)))
    if found.number > 1 and not found.articles:
        raise Http404
    return render(request, "public/photos.html", {"publication": paper, "listing": found})


@public_page
def section(request, pk):
    found = get_object_or_404(Section.objects.select_related("publication"), pk=pk)
    context = {
        "publication": found.publication,
        "section": found,
        "listing": listing(reading.articles_in(found), page_number(request.GET)),
    }
    return render(request, "public/section.html", context)


@public_page
def reporter(request, pk):
    person = get_object_or_404(Reporter, pk=pk)
    if person.merged_into_id:
        return redirect("public:reporter", person.merged_into_id)
    found = listing(reading.articles_by(person), page_number(request.GET))
    return render(request, "public/reporter.html", {"reporter": person, "listing": found})


@public_page
def tag(request, slug):
    found = get_object_or_404(Tag, slug=slug)
    context = {
        "tag": found,
        "listing": listing(reading.articles_tagged(found), page_number(request.GET)),
    }
    return render(request, "public/tag.html", context)


@public_page
def search(request):
    filterset = SearchFilter(request.GET, Article.objects.published())
    context = {"form": filterset.form}
    if not filterset.form.is_valid():
        return render(request, "public/search.html", context, status=400)
    asked = filterset.asked
    context |= {
        "words": asked.get("q"),
        "narrows": filterset.narrows,
        "query": urlencode(asked),
        "kept": {name: value for name, value in asked.items() if name in KEPT},
        "is_later": "after" in request.GET,
    }
    if "q" in asked:
        context["answer"] = finding.answer(asked, request.GET.get("after", ""))
    elif filterset.narrows:
        context["listing"] = paged(filterset.qs, page_number(request.GET))
    return render(request, "public/search.html", context)


@public_picture
def photo(request, sha256):
    name = reading.live_photo(sha256)
    if name is None:
        raise Http404
    return picture_response(name)


@public_picture
def rendition(request, sha256, width):
    if width not in WIDTHS or reading.live_photo(sha256) is None:
        raise Http404
    name = rendition_path(sha256, width)
    if not default_storage.exists(name):
        # The worker makes it a moment after the upload.
        return redirect("public:photo", sha256)
    return picture_response(name)


@public_picture
def face(request, face, width):
    found = public_face(face)
    if found is None or width not in found.widths:
        raise Http404
    return picture_response(found.webp(width), storages["private"])


@public_picture
def face_jpeg(request, face):
    found = public_face(face)
    if found is None:
        raise Http404
    return picture_response(found.jpeg, storages["private"])
