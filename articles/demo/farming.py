"""Pictures of the orange harvest and of the tea gardens."""

import math

from .countryside import STRAW, TRUNK
from .painting import HEIGHT, WIDTH, Painting, mix

ORANGE = (240, 140, 36)


def orchard() -> Painting:
    """Orange trees heavy with fruit, baskets in the alley between them."""
    scene = Painting(61)
    scene.sky((120, 184, 222), (246, 240, 214), 560)
    scene.sun(300, 200, 52, (255, 226, 150))
    for x, y, size in ((760, 160, 84), (1280, 210, 100)):
        scene.cloud(x, y, size, (255, 254, 248))
    scene.ridge(500, 170, (124, 162, 164), (182, 200, 176), waves=1.2)
    scene.ridge(540, 90, (96, 146, 104), (146, 178, 106), waves=2.0)
    scene.wash(
        [(0, 560), (WIDTH, 560), (WIDTH, HEIGHT), (0, HEIGHT)], (176, 196, 104), (110, 148, 66)
    )
    scene.polygon([(770, 560), (830, 560), (1160, HEIGHT), (440, HEIGHT)], (214, 188, 138))
    for row in range(7):
        near = (row / 6) ** 1.5
        y, size = 590 + near * 330, 90 + near * 330
        for side in (-1, 1):
            _orange_tree(scene, 800 + side * (130 + near * 470), y, size)
            if row < 5:
                _orange_tree(scene, 800 + side * (340 + near * 900), y, size)
    for x, y, size in ((640, 900, 110), (760, 960, 140), (940, 880, 104)):
        _basket(scene, x, y, size)
    scene.person(880, 820, 150, (196, 72, 66), hat=STRAW)
    scene.person(735, 800, 136, (64, 116, 150), hat=STRAW)
    return scene


def _orange_tree(scene: Painting, x: float, y: float, size: float) -> None:
    leaf = mix((62, 120, 66), (96, 150, 72), scene.random.random())
    scene.ellipse(x, y, size * 0.5, size * 0.08, (70, 96, 40, 110))
    scene.box(x - size * 0.05, y - size * 0.4, size * 0.1, size * 0.4, TRUNK)
    for dx, dy, radius, shade in (
        (0.24, 0.5, 0.3, 0.3),
        (-0.24, 0.52, 0.3, 0.12),
        (0.02, 0.78, 0.34, 0.0),
        (0.0, 0.5, 0.34, 0.08),
    ):
        scene.disc(x + dx * size, y - dy * size, radius * size, mix(leaf, (24, 60, 40), shade))
    for _ in range(22):
        turn, far = scene.random.uniform(0, 6.28), scene.random.random() ** 0.6
        px, py = (
            x + math.cos(turn) * far * size * 0.46,
            y - size * 0.62 + math.sin(turn) * far * size * 0.38,
        )
        scene.disc(px, py, size * 0.042, ORANGE)
        scene.disc(px - size * 0.012, py - size * 0.012, size * 0.016, (255, 196, 110))


def _basket(scene: Painting, x: float, y: float, size: float) -> None:
    scene.ellipse(x, y, size * 0.56, size * 0.1, (110, 84, 44, 120))
    for row, count in ((0, 5), (1, 4), (2, 2)):
        for index in range(count):
            dx = (index - (count - 1) / 2) * size * 0.19
            scene.disc(
                x + dx,
                y - size * (0.46 + row * 0.13),
                size * 0.11,
                mix(ORANGE, (255, 190, 80), row * 0.2),
            )
    scene.polygon(
        [
            (x - size * 0.52, y - size * 0.48),
            (x + size * 0.52, y - size * 0.48),
            (x + size * 0.4, y),
            (x - size * 0.4, y),
        ],
        (178, 128, 74),
    )
    for band in (0.12, 0.26, 0.4):
        scene.line(
            [
                (x - size * (0.4 + band * 0.22), y - size * band),
                (x + size * (0.4 + band * 0.22), y - size * band),
            ],
            (142, 96, 54),
            4,
        )


def tea() -> Painting:
    """Curved rows of tea on misty hills."""
    scene = Painting(73)
    scene.sky((150, 192, 214), (246, 240, 222), 560)
    scene.sun(1240, 250, 48, (255, 232, 176))
    scene.ridge(440, 210, (134, 164, 178), (196, 212, 204), waves=1.1)
    scene.mist(450, 150, (250, 248, 236), 0.7)
    scene.ridge(530, 150, (102, 146, 128), (158, 188, 150), waves=1.6)
    scene.mist(560, 130, (250, 248, 236), 0.7)
    for row in range(17):
        _tea_row(scene, row / 16)
    for x, y, size, coat in (
        (420, 760, 104, (206, 76, 70)),
        (620, 850, 132, (70, 118, 156)),
        (1120, 800, 118, (226, 152, 60)),
        (960, 690, 80, (120, 96, 150)),
    ):
        scene.person(x, y, size, coat, hat=STRAW)
    scene.house(1290, 600, 110, (250, 244, 232), (84, 92, 96))
    scene.tree(1240, 606, 80, (84, 132, 86), TRUNK)
    scene.tree(1440, 610, 96, (76, 122, 82), TRUNK)
    return scene


def _tea_row(scene: Painting, near: float) -> None:
    """A clipped hedge that follows the slope: lit top, dark side."""
    y = 590 + near**1.3 * 520
    crown = [
        (
            x,
            y
            + (20 + 50 * near) * math.sin(x / 330 + 0.9 + near * 0.8)
            + 3 * math.sin(x / (16 + 14 * near)),
        )
        for x in range(0, WIDTH + 10, 10)
    ]
    leaf = mix((156, 190, 112), (70, 128, 58), near)
    deep = 12 + 22 * near
    scene.wash([*crown, (WIDTH, HEIGHT), (0, HEIGHT)], leaf, mix(leaf, (20, 60, 36), 0.45))
    shade = [(x, level + deep) for x, level in crown]
    scene.wash(
        [*shade, (WIDTH, HEIGHT), (0, HEIGHT)],
        mix(leaf, (24, 62, 40), 0.55),
        mix(leaf, (30, 50, 40), 0.7),
    )
    scene.line(crown, mix(leaf, (250, 250, 180), 0.35), 2 + 3 * near)
