"""Pictures of the county town's streets: morning market, promenade by night, lantern dance."""

import math

from .painting import HEIGHT, WIDTH, Painting, mix

PAPER = (252, 246, 232)
PRODUCE = (
    (206, 66, 54),
    (240, 150, 48),
    (108, 160, 76),
    (236, 206, 90),
    (146, 92, 140),
    (222, 232, 210),
)


def market() -> Painting:
    """A covered morning market: striped awnings, crates of vegetables, people."""
    scene = Painting(83)
    scene.sky((255, 226, 180), (252, 240, 220), HEIGHT)
    scene.sun(800, 260, 60, (255, 214, 140))
    for x in range(0, WIDTH, 200):
        scene.box(
            x,
            200 + scene.random.uniform(-60, 60),
            190,
            500,
            mix((226, 198, 164), (206, 176, 156), scene.random.random()),
        )
    scene.soften(120, 700, 3)
    scene.wash(
        [(0, 690), (WIDTH, 690), (WIDTH, HEIGHT), (0, HEIGHT)], (222, 200, 172), (176, 150, 128)
    )
    colours = ((206, 78, 62), (66, 128, 112), (226, 160, 60), (72, 112, 158))
    for index, x in enumerate((20, 420, 820, 1220)):
        _stall(scene, x, 690, 360, colours[index])
    for x, y, size, coat in (
        (390, 930, 300, (84, 120, 160)),
        (720, 960, 330, (196, 84, 92)),
        (1010, 920, 290, (92, 138, 104)),
        (1330, 970, 340, (140, 108, 160)),
        (130, 980, 340, (222, 148, 70)),
    ):
        scene.ellipse(x, y, size * 0.24, size * 0.04, (90, 66, 50, 110))
        scene.person(x, y, size, coat)
    return scene


def _stall(scene: Painting, x: float, y: float, width: float, colour: tuple) -> None:
    for post in (x + 10, x + width - 20):
        scene.box(post, y - 330, 10, 350, (128, 100, 82))
    scene.wash(
        [(x + 20, y - 300), (x + width - 20, y - 300), (x + width - 20, y), (x + 20, y)],
        (150, 116, 94),
        (196, 158, 122),
    )
    _awning(scene, x, y - 390, width, colour)
    scene.box(x, y - 60, width, 100, (164, 118, 78))
    scene.box(x, y - 60, width, 10, (196, 148, 102))
    for crate in range(4):
        _crate(scene, x + 14 + crate * (width - 28) / 4, y - 64, (width - 28) / 4 - 8)


def _awning(scene: Painting, x: float, y: float, width: float, colour: tuple) -> None:
    stripes = 9
    wide = width / stripes
    for stripe in range(stripes):
        tone = colour if stripe % 2 == 0 else PAPER
        left = x + stripe * wide
        scene.polygon(
            [
                (left + 12, y),
                (left + wide + 12 - 24 * (stripe == stripes - 1), y),
                (left + wide, y + 80),
                (left, y + 80),
            ],
            tone,
        )
        scene.ellipse(left + wide / 2, y + 80, wide / 2, 16, tone)


def _crate(scene: Painting, x: float, y: float, width: float) -> None:
    tone = scene.random.choice(PRODUCE)
    for row in range(3):
        for item in range(5 - row):
            apple = mix(tone, PAPER, 0.12 * row)
            scene.disc(x + 16 + row * 7 + item * 14, y - 2 - row * 15, 10, apple)
    scene.box(x, y, width, 26, (206, 166, 116))


def night() -> Painting:
    """A riverside promenade in the evening, windows mirrored in the water."""
    scene = Painting(109)
    scene.sky((18, 26, 62), (92, 74, 124), 640)
    scene.glow(800, 640, 620, (240, 150, 110), 0.45)
    for _ in range(90):
        scene.disc(
            scene.random.uniform(0, WIDTH),
            scene.random.uniform(0, 330),
            scene.random.uniform(0.8, 2),
            (255, 250, 230, 190),
        )
    scene.disc(1290, 170, 46, (255, 244, 214))
    scene.disc(1272, 160, 42, (34, 36, 76))
    for x in range(-20, WIDTH, 96):
        _tower(scene, x, 640, scene.random.uniform(70, 104), scene.random.uniform(130, 380))
    scene.box(0, 628, WIDTH, 24, (46, 44, 70))
    for x in range(60, WIDTH, 150):
        scene.glow(x, 590, 70, (255, 210, 130), 0.6)
        scene.box(x - 2, 590, 4, 44, (70, 66, 90))
        scene.disc(x, 588, 7, (255, 240, 200))
    scene.mirror(652, (24, 30, 66), 0.35)
    _promenade(scene)
    return scene


def _promenade(scene: Painting) -> None:
    """People and lamps on the near bank."""
    scene.polygon([(0, 960), (WIDTH, 900), (WIDTH, HEIGHT), (0, HEIGHT)], (58, 52, 76))
    scene.line([(0, 950), (WIDTH, 890)], (112, 98, 116), 8)
    for x, size in ((220, 150), (300, 130), (760, 150), (1180, 160), (1260, 118)):
        scene.person(
            x,
            1030 - x * 0.03,
            size,
            scene.random.choice(((44, 52, 84), (92, 58, 84), (52, 74, 92))),
        )
    for x in (80, 620, 1040, 1500):
        scene.box(x - 4, 700, 8, 300 - x * 0.03, (40, 38, 58))
        scene.glow(x, 700, 130, (255, 206, 120), 0.7)
        scene.disc(x, 700, 15, (255, 242, 206))


def _tower(scene: Painting, x: float, ground: float, width: float, height: float) -> None:
    tone = mix((34, 36, 74), (64, 54, 96), scene.random.random())
    scene.box(x, ground - height, width, height, tone)
    for level in range(int(height // 22) - 1):
        for column in range(int(width // 18)):
            if scene.random.random() < 0.55:
                light = scene.random.choice(((255, 214, 130), (255, 236, 180), (190, 206, 240)))
                scene.box(x + 7 + column * 18, ground - height + 14 + level * 22, 10, 11, light)


def lanterns() -> Painting:
    """Horse-lantern dancers under the eaves of an old street."""
    scene = Painting(127)
    scene.sky((26, 24, 58), (130, 66, 82), 720)
    scene.glow(800, 700, 700, (255, 160, 80), 0.55)
    for side in (0, 1):
        for depth in range(4):
            _old_house(scene, side, 3 - depth)
    scene.wash(
        [(0, 800), (640, 700), (960, 700), (WIDTH, 800), (WIDTH, HEIGHT), (0, HEIGHT)],
        (150, 96, 84),
        (70, 50, 66),
    )
    for row in range(4):
        y, sag = 190 + row * 84, 60 - row * 10
        reach = 760 - row * 150
        string = [
            (800 + reach * (step / 10 - 1), y + sag * math.sin(math.pi * step / 20))
            for step in range(21)
        ]
        scene.line(string, (60, 40, 50), 2)
        for x, level in string[2:-1:4]:
            _lantern(scene, x, level, 40 - row * 6)
    for x, y, size in ((330, 960, 300), (620, 900, 230), (960, 890, 220), (1270, 970, 310)):
        _horse_dancer(scene, x, y, size)
    return scene


def _old_house(scene: Painting, side: int, depth: int) -> None:
    near = 1 - depth / 3.4
    width, height = 130 + 190 * near, 190 + 420 * near
    edge = 560 - 560 * near
    x = edge - 20 if side == 0 else WIDTH - edge - width + 20
    foot = 720 + 110 * near
    scene.wash(
        [(x, foot - height), (x + width, foot - height), (x + width, foot), (x, foot)],
        (92, 60, 66),
        (128, 78, 66),
    )
    scene.polygon(
        [
            (x - 40, foot - height + 16),
            (x + 30, foot - height - 60),
            (x + width - 30, foot - height - 60),
            (x + width + 40, foot - height + 16),
        ],
        (38, 34, 52),
    )
    for window in (0.16, 0.58):
        scene.rounded(
            x + width * window,
            foot - height * 0.78,
            width * 0.28,
            height * 0.24,
            4,
            (255, 200, 110),
        )
        scene.rounded(
            x + width * window, foot - height * 0.36, width * 0.28, height * 0.36, 4, (236, 164, 88)
        )


def _lantern(scene: Painting, x: float, y: float, size: float) -> None:
    scene.glow(x, y + size, size * 2.2, (255, 130, 70), 0.6)
    scene.ellipse(x, y + size, size * 0.62, size * 0.5, (226, 62, 46))
    scene.ellipse(x, y + size, size * 0.3, size * 0.5, (250, 122, 70))
    scene.box(x - size * 0.2, y + size * 0.44, size * 0.4, size * 0.12, (240, 190, 90))
    scene.line([(x, y + size * 1.5), (x, y + size * 1.95)], (240, 190, 90), 3)


def _horse_dancer(scene: Painting, x: float, y: float, size: float) -> None:
    """A dancer who wears a bamboo horse, lit from inside."""
    horse = scene.random.choice(((244, 236, 214), (232, 120, 70), (246, 206, 120)))
    scene.ellipse(x, y, size * 0.4, size * 0.05, (30, 20, 40, 150))
    scene.person(x, y, size, (176, 44, 56))
    scene.glow(x, y - size * 0.42, size * 0.55, (255, 200, 120), 0.5)
    scene.ellipse(x, y - size * 0.42, size * 0.44, size * 0.15, horse)
    scene.line(
        [(x + size * 0.34, y - size * 0.46), (x + size * 0.46, y - size * 0.74)], horse, size * 0.13
    )
    scene.ellipse(x + size * 0.54, y - size * 0.76, size * 0.14, size * 0.075, horse)
    scene.polygon(
        [
            (x + size * 0.43, y - size * 0.8),
            (x + size * 0.46, y - size * 0.93),
            (x + size * 0.51, y - size * 0.81),
        ],
        horse,
    )
    mane = [(x + size * 0.28, y - size * 0.5), (x + size * 0.38, y - size * 0.8)]
    scene.line(mane, (176, 44, 56), size * 0.04)
    scene.line(
        [(x - size * 0.42, y - size * 0.44), (x - size * 0.58, y - size * 0.24)],
        (176, 44, 56),
        size * 0.05,
    )
    scene.disc(x + size * 0.56, y - size * 0.78, size * 0.015, (40, 30, 40))
