"""Pictures of fields, water and hills around the invented county."""

import math

from .painting import HEIGHT, WIDTH, Painting, mix

STRAW = (236, 205, 128)
TRUNK = (94, 70, 58)


def harvest() -> Painting:
    """A harvester in ripe rice, hills behind."""
    scene = Painting(11)
    scene.sky((121, 178, 214), (253, 232, 190), 620)
    scene.sun(1230, 250, 58, (255, 221, 140))
    for x, y, size in ((260, 190, 90), (640, 130, 70), (980, 220, 60)):
        scene.cloud(x, y, size, (255, 252, 244))
    scene.ridge(520, 170, (122, 155, 176), (178, 196, 190), waves=1.2)
    scene.ridge(570, 120, (98, 140, 122), (150, 172, 120), waves=1.9)
    for x in range(40, 1600, 74):
        scene.tree(
            x + scene.random.uniform(-22, 22),
            600,
            scene.random.uniform(34, 62),
            (84, 128, 84),
            TRUNK,
        )
    scene.house(250, 606, 120, (246, 238, 222), (92, 92, 104))
    scene.house(400, 604, 88, (240, 228, 206), (104, 96, 100))
    _rice(scene)
    _harvester(scene, 900, 760)
    for x, y, size in ((330, 860, 120), (200, 930, 140), (520, 830, 100)):
        _sacks(scene, x, y, size)
    scene.person(420, 905, 150, (60, 104, 140), hat=STRAW)
    return scene


def _rice(scene: Painting) -> None:
    scene.wash(
        [(0, 598), (WIDTH, 598), (WIDTH, HEIGHT), (0, HEIGHT)], (240, 205, 108), (206, 148, 52)
    )
    for row in range(-40, 42):
        near, far = WIDTH / 2 + row * 92, WIDTH / 2 + row * 24
        scene.line([(far, 600), (near, HEIGHT)], (176, 120, 38, 70), 3)
    scene.polygon([(0, 800), (760, 735), (980, 800), (520, HEIGHT), (0, HEIGHT)], (226, 190, 120))
    for _ in range(900):
        depth = scene.random.random() ** 0.7
        x, y = scene.random.uniform(0, WIDTH), 610 + depth * 455
        tall = 6 + 22 * depth
        if x > 1000 - (y - 800) or y < 730:
            scene.line([(x, y), (x + tall * 0.35, y - tall)], (252, 226, 140, 130), 1 + 1.6 * depth)


def _harvester(scene: Painting, x: float, y: float) -> None:
    red, dark = (204, 68, 52), (56, 60, 70)
    scene.ellipse(x + 120, y + 72, 230, 20, (120, 80, 30, 90))
    scene.rounded(x - 20, y - 110, 270, 130, 16, red)
    scene.box(x - 20, y - 30, 270, 16, mix(red, (255, 255, 255), 0.35))
    scene.rounded(x + 10, y - 210, 120, 110, 12, (236, 240, 240))
    scene.rounded(x + 22, y - 198, 96, 70, 8, (134, 182, 204))
    scene.line(
        [(x + 190, y - 100), (x + 210, y - 206), (x + 350, y - 236), (x + 372, y - 210)], dark, 20
    )
    scene.polygon(
        [(x - 200, y + 66), (x - 130, y + 6), (x - 10, y - 40), (x - 10, y + 56)],
        mix(red, dark, 0.35),
    )
    for spoke in range(8):
        turn = spoke * math.pi / 4
        scene.line([(x - 150, y), (x - 150 + 62 * math.cos(turn), y + 62 * math.sin(turn))], red, 6)
    scene.disc(x - 150, y, 14, dark)
    scene.rounded(x, y + 14, 240, 60, 30, dark)
    for wheel in (34, 90, 148, 206):
        scene.disc(x + wheel, y + 44, 20, (124, 128, 136))


def _sacks(scene: Painting, x: float, y: float, size: float) -> None:
    scene.ellipse(x, y, size * 0.6, size * 0.1, (120, 80, 30, 90))
    for dx, colour in ((-0.26, (238, 226, 200)), (0.24, (226, 210, 178)), (0, (246, 238, 216))):
        scene.rounded(
            x + (dx - 0.2) * size, y - size * 0.62, size * 0.4, size * 0.62, size * 0.14, colour
        )
        scene.line(
            [(x + (dx - 0.13) * size, y - size * 0.5), (x + (dx + 0.13) * size, y - size * 0.5)],
            (170, 96, 70),
            4,
        )


def terraces() -> Painting:
    """Flooded mountain terraces that mirror a morning sky."""
    scene = Painting(23)
    scene.sky((122, 158, 204), (255, 222, 186), 560)
    scene.sun(420, 300, 50, (255, 210, 150))
    scene.ridge(430, 190, (134, 148, 184), (206, 196, 204), waves=1.1)
    scene.ridge(500, 150, (106, 126, 150), (170, 178, 172), waves=1.7)
    scene.mist(470, 150, (255, 240, 224), 0.75)
    steps = 15
    for step in range(steps):
        _terrace(scene, step / (steps - 1))
    for x, y, size in ((1180, 640, 66), (1260, 655, 84), (210, 760, 110), (1450, 910, 150)):
        scene.tree(x, y, size, (92, 128, 82), TRUNK)
    scene.house(1290, 668, 96, (246, 236, 220), (86, 84, 96))
    scene.house(1400, 690, 110, (240, 228, 210), (94, 88, 98))
    scene.mist(600, 130, (255, 244, 230), 0.4)
    return scene


def _terrace(scene: Painting, near: float) -> None:
    """One paddy: bright water with a dark bank below it."""
    y = 530 + near**1.25 * 520
    sway = 26 + 54 * near
    phase = 0.7 + near * 2.4
    edge = [
        (x, y + sway * math.sin(x / 240 + phase) + 0.34 * sway * math.sin(x / 97 + phase))
        for x in range(0, WIDTH + 20, 20)
    ]
    bank = mix((122, 138, 88), (72, 92, 56), near)
    thick = 10 + 26 * near
    scene.wash([*edge, (WIDTH, HEIGHT), (0, HEIGHT)], bank, mix(bank, (40, 50, 36), 0.4))
    water = [(x, level + thick) for x, level in edge]
    sky = mix((255, 226, 196), (150, 184, 216), near)
    scene.wash([*water, (WIDTH, HEIGHT), (0, HEIGHT)], sky, mix(sky, (96, 128, 168), 0.5))
    scene.line(edge, (*mix(bank, (240, 236, 170), 0.35), 200), 2 + 2 * near)


def canal() -> Painting:
    """A cleaned irrigation canal between winter fields, an excavator on its bank."""
    scene = Painting(31)
    scene.sky((138, 186, 218), (236, 240, 226), 560)
    for x, y, size in ((300, 150, 96), (840, 230, 74), (1320, 140, 88)):
        scene.cloud(x, y, size, (255, 255, 252))
    scene.ridge(480, 130, (132, 164, 176), (186, 204, 190), waves=1.3)
    scene.ridge(520, 80, (112, 150, 120), (150, 176, 116), waves=2.2)
    scene.wash(
        [(0, 520), (WIDTH, 520), (WIDTH, HEIGHT), (0, HEIGHT)], (168, 190, 104), (104, 142, 62)
    )
    for row in range(-30, 31):
        scene.line([(800 + row * 30, 524), (800 + row * 190, HEIGHT)], (86, 124, 52, 80), 4)
    scene.polygon([(752, 520), (850, 520), (1330, HEIGHT), (270, HEIGHT)], (196, 190, 176))
    scene.polygon([(768, 520), (834, 520), (1180, HEIGHT), (420, HEIGHT)], (158, 154, 146))
    scene.wash(
        [(784, 520), (818, 520), (1030, HEIGHT), (570, HEIGHT)], (206, 226, 232), (84, 142, 166)
    )
    for x in range(30, 1600, 66):
        if not 690 < x < 910:
            scene.tree(x, 530, scene.random.uniform(40, 70), (94, 138, 88), TRUNK)
    _excavator(scene, 1120, 790)
    for x, y, size in ((400, 800, 120), (330, 850, 136), (500, 720, 92)):
        scene.person(x, y, size, scene.random.choice(((222, 126, 48), (58, 112, 150))), hat=STRAW)
    return scene


def _excavator(scene: Painting, x: float, y: float) -> None:
    yellow, dark = (240, 178, 44), (62, 62, 70)
    scene.ellipse(x + 100, y + 62, 190, 16, (50, 70, 30, 100))
    scene.rounded(x - 20, y + 10, 240, 54, 27, dark)
    scene.rounded(x, y - 60, 210, 74, 12, yellow)
    scene.rounded(x + 10, y - 140, 90, 90, 10, (244, 244, 240))
    scene.rounded(x + 20, y - 130, 70, 56, 6, (122, 176, 200))
    scene.line([(x + 20, y - 30), (x - 110, y - 210), (x - 260, y - 120)], yellow, 22)
    scene.line([(x - 260, y - 120), (x - 290, y + 20)], mix(yellow, dark, 0.2), 16)
    scene.polygon([(x - 330, y + 10), (x - 260, y), (x - 262, y + 56), (x - 312, y + 64)], dark)


def lake() -> Painting:
    """Swans on a wetland lake at dawn, reeds in front."""
    scene = Painting(41)
    scene.sky((146, 170, 210), (255, 224, 204), 540)
    scene.sun(1080, 380, 54, (255, 204, 160))
    scene.ridge(470, 120, (150, 160, 190), (214, 202, 206), waves=1.2)
    scene.ridge(520, 70, (122, 140, 160), (186, 186, 184), waves=2.1)
    scene.mirror(540, (196, 204, 216), 0.32)
    scene.mist(540, 120, (255, 238, 224), 0.75)
    for x, y, size, flip in (
        (430, 690, 74, 1),
        (590, 720, 88, 1),
        (820, 670, 62, -1),
        (960, 770, 104, -1),
        (1200, 700, 70, -1),
        (300, 790, 110, 1),
        (700, 610, 40, 1),
        (1330, 630, 44, -1),
    ):
        _swan(scene, x, y, size, flip)
    for x, y, size in ((520, 220, 46), (610, 180, 36), (690, 236, 32), (440, 270, 28)):
        _flying(scene, x, y, size)
    _reeds(scene)
    return scene


def _swan(scene: Painting, x: float, y: float, size: float, flip: int) -> None:
    white, shade = (254, 252, 248), (222, 222, 232)
    scene.ellipse(x, y + size * 0.34, size * 0.72, size * 0.1, (120, 132, 156, 90))
    scene.ellipse(x, y + size * 0.1, size * 0.66, size * 0.27, white)
    scene.ellipse(x - flip * size * 0.2, y, size * 0.46, size * 0.2, shade)
    scene.polygon(
        [
            (x - flip * size * 0.4, y),
            (x - flip * size * 0.92, y - size * 0.14),
            (x - flip * size * 0.5, y + size * 0.2),
        ],
        white,
    )
    neck = [
        (x + flip * size * (0.46 + 0.16 * math.sin(turn * 3)), y + size * (0.05 - 0.78 * turn))
        for turn in (0, 0.2, 0.4, 0.6, 0.8, 1)
    ]
    scene.line(neck, white, size * 0.13)
    head_x, head_y = neck[-1]
    scene.ellipse(head_x + flip * size * 0.05, head_y, size * 0.12, size * 0.085, white)
    scene.polygon(
        [
            (head_x + flip * size * 0.14, head_y - size * 0.05),
            (head_x + flip * size * 0.33, head_y + size * 0.03),
            (head_x + flip * size * 0.13, head_y + size * 0.05),
        ],
        (236, 158, 60),
    )


def _flying(scene: Painting, x: float, y: float, size: float) -> None:
    scene.line(
        [
            (x - size, y - size * 0.3),
            (x - size * 0.3, y - size * 0.1),
            (x, y + size * 0.1),
            (x + size * 0.3, y - size * 0.14),
            (x + size, y - size * 0.4),
        ],
        (250, 248, 250),
        5,
    )


def _reeds(scene: Painting) -> None:
    for _ in range(170):
        side = scene.random.choice((0, 1))
        x = (
            scene.random.triangular(-40, 420, 20)
            if side
            else scene.random.triangular(1150, 1640, 1560)
        )
        tall = scene.random.uniform(120, 330)
        lean = scene.random.uniform(-30, 46)
        colour = scene.random.choice(((122, 104, 70), (148, 126, 82), (96, 92, 70), (176, 148, 96)))
        scene.line(
            [(x, HEIGHT), (x + lean * 0.4, HEIGHT - tall * 0.6), (x + lean, HEIGHT - tall)],
            colour,
            4,
        )
        if scene.random.random() < 0.5:
            scene.ellipse(x + lean, HEIGHT - tall, 7, 24, (206, 178, 130))


def mountain() -> Painting:
    """Autumn ridges above a sea of cloud."""
    scene = Painting(53)
    scene.sky((92, 118, 172), (255, 206, 156), 640)
    scene.sun(1120, 400, 64, (255, 196, 128))
    for y, height, top, waves in (
        (480, 230, (128, 132, 176), 1.0),
        (560, 220, (112, 114, 152), 1.4),
        (660, 200, (120, 100, 120), 1.8),
    ):
        scene.ridge(y, height, top, mix(top, (255, 224, 200), 0.7), waves=waves)
        scene.mist(y + 60, 170, (255, 232, 212), 0.8)
    for y, height, leaf, waves in ((840, 210, (176, 92, 60), 1.3), (1000, 200, (142, 62, 46), 1.6)):
        scene.ridge(y, height, leaf, mix(leaf, (60, 40, 40), 0.5), waves=waves)
        if y < 900:
            scene.mist(y + 30, 150, (255, 226, 204), 0.5)
    for near in sorted(scene.random.random() for _ in range(190)):
        x = scene.random.uniform(-20, WIDTH + 20)
        slope = 70 * math.sin(x / 250 + 0.6) + 26 * math.sin(x / 83)
        leaf = scene.random.choice(
            ((214, 104, 48), (230, 148, 58), (186, 66, 44), (240, 182, 80), (150, 84, 52))
        )
        scene.tree(
            x,
            960 + slope * (1 - near) + near * 150,
            50 + 100 * near,
            mix(leaf, (80, 40, 40), 0.3 * (1 - near)),
            (72, 48, 44),
        )
    return scene
