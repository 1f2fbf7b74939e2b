"""Matrices of six numbers, as a PDF places one space in another."""


def inverse(m: tuple) -> tuple | None:
    """None where it folds everything into a line."""
    a, b, c, d, e, f = m
    area = a * d - b * c
    if abs(area) < 1e-9:
        return None
    return d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area


def times(inner: tuple, outer: tuple) -> tuple:
    """First through the inner one, then through the outer one."""
    a, b, c, d, e, f = inner
    x, y = apply(outer, e, f)
    return (
        a * outer[0] + b * outer[2],
        a * outer[1] + b * outer[3],
        c * outer[0] + d * outer[2],
        c * outer[1] + d * outer[3],
        x,
        y,
    )


def apply(m: tuple, x: float, y: float) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]
