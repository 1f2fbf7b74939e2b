"""Papers as values."""

from articles.formats import values


def paper_of(publication):
    return values.Paper(
        pk=publication.pk,
        slug=publication.slug,
        name=publication.name,
        publisher=publication.publisher,
        serial_number=publication.serial_number,
        postal_code=publication.postal_code,
        time_zone=publication.time_zone,
        address=publication.get_absolute_url(),
    )
