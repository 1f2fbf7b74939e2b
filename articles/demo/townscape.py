"""Pictures of what the county built: bridge, school, workshop."""

import math

from .countryside import TRUNK
from .painting import HEIGHT, WIDTH, Painting, mix

PAPER = (252, 246, 232)


def bridge() -> Painting:
    """A girder bridge joined over a river, cranes still on it."""
    scene = Painting(17)
    scene.sky((112, 172, 216), (240, 238, 220), 640)
    scene.sun(320, 240, 50, (255, 232, 170))
    for x, y, size in ((760, 160, 92), (1240, 120, 70), (1420, 240, 100)):
        scene.cloud(x, y, size, (255, 255, 250))
    scene.ridge(560, 200, (128, 164, 184), (190, 208, 200), waves=1.1)
    _skyline(scene, 632)
    scene.ridge(640, 46, (112, 150, 112), (128, 160, 110), waves=2.6)
    for x in range(20, WIDTH, 58):
        scene.tree(x, 660, scene.random.uniform(34, 54), (92, 138, 92), TRUNK)
    _deck(scene)
    for x, flip in ((730, 1), (980, -1)):
        _crane(scene, x, 500, flip)
    scene.mirror(680, (96, 150, 176), 0.42)
    scene.polygon([(1060, 1010), (1210, 1010), (1180, 1046), (1090, 1046)], (164, 82, 62))
    scene.rounded(1100, 982, 70, 30, 6, PAPER)
    return scene


def _skyline(scene: Painting, ground: float) -> None:
    for x in range(60, 1560, 62):
        if scene.random.random() < 0.6:
            height = scene.random.uniform(50, 150)
            tone = mix((206, 204, 200), (168, 184, 196), scene.random.random())
            scene.box(x, ground - height, 44, height, tone)
            for level in range(int(height // 20) - 1):
                scene.box(
                    x + 7, ground - height + 12 + level * 20, 30, 6, mix(tone, (110, 140, 164), 0.5)
                )


def _deck(scene: Painting) -> None:
    """Three haunched spans on two river piers."""
    concrete, shade = (226, 222, 212), (172, 172, 168)
    below = [
        (
            x,
            545 + 62 * math.sin(math.pi * (((x + 400) % 800) / 800)) ** 6
            if 200 < x < 1400
            else 545,
        )
        for x in range(0, WIDTH + 10, 10)
    ]
    scene.polygon([(0, 505), (WIDTH, 505), *reversed(below)], shade)
    scene.box(0, 500, WIDTH, 18, concrete)
    scene.box(0, 490, WIDTH, 5, (150, 154, 158))
    for x in range(0, WIDTH, 20):
        scene.box(x, 490, 3, 12, (150, 154, 158))
    for x in (400, 1200):
        scene.polygon([(x - 34, 575), (x + 34, 575), (x + 24, 690), (x - 24, 690)], concrete)
        scene.polygon([(x, 575), (x + 34, 575), (x + 24, 690), (x, 690)], shade)
    for x in range(60, WIDTH, 130):
        scene.line([(x, 500), (x, 440), (x + 22, 434)], (120, 126, 134), 4)


def _crane(scene: Painting, x: float, foot: float, flip: int) -> None:
    red = (214, 92, 62)
    scene.box(x - 8, foot - 250, 16, 250, red)
    for level in range(10):
        y = foot - 20 - level * 24
        scene.line([(x - 8, y), (x + 8, y - 24)], mix(red, PAPER, 0.5), 2)
    scene.line([(x - flip * 80, foot - 244), (x + flip * 230, foot - 244)], red, 9)
    scene.line(
        [(x - flip * 80, foot - 240), (x, foot - 292), (x + flip * 200, foot - 246)],
        (120, 110, 108),
        3,
    )
    scene.box(x - flip * 80 - 18, foot - 240, 36, 26, (92, 92, 98))
    scene.line([(x + flip * 170, foot - 244), (x + flip * 170, foot - 130)], (90, 90, 96), 3)
    scene.box(x + flip * 170 - 20, foot - 130, 40, 18, (232, 184, 72))


def school() -> Painting:
    """Children skipping rope in front of their school."""
    scene = Painting(97)
    scene.sky((126, 190, 226), (242, 244, 228), 620)
    for x, y, size in ((250, 140, 90), (900, 110, 70), (1380, 180, 96)):
        scene.cloud(x, y, size, (255, 255, 252))
    scene.ridge(520, 120, (140, 176, 176), (190, 210, 190), waves=1.4)
    scene.box(240, 270, 1120, 350, (248, 238, 216))
    scene.box(220, 250, 1160, 28, (190, 88, 66))
    scene.box(720, 200, 160, 420, (232, 208, 172))
    scene.polygon([(700, 200), (800, 140), (900, 200)], (190, 88, 66))
    scene.disc(800, 262, 34, PAPER)
    scene.line([(800, 240), (800, 262), (816, 270)], (90, 80, 76), 4)
    for floor in range(3):
        scene.box(240, 370 + floor * 104, 1120, 10, (226, 206, 176))
        for column in range(14):
            x = 264 + column * 78
            if not 690 < x < 890:
                scene.rounded(x, 300 + floor * 104, 50, 58, 4, (140, 190, 208))
                scene.box(x + 23, 300 + floor * 104, 4, 58, PAPER)
    for x in (120, 190, 1410, 1490, 60, 1560):
        scene.tree(x, 634, scene.random.uniform(130, 190), (98, 154, 92), TRUNK)
    _playground(scene)
    return scene


def _playground(scene: Painting) -> None:
    scene.wash(
        [(0, 620), (WIDTH, 620), (WIDTH, HEIGHT), (0, HEIGHT)], (128, 178, 104), (90, 150, 84)
    )
    scene.polygon([(0, 780), (WIDTH, 700), (WIDTH, HEIGHT), (0, HEIGHT)], (206, 102, 74))
    for lane in range(5):
        scene.line([(0, 800 + lane * 70), (WIDTH, 716 + lane * 84)], (*PAPER, 170), 4)
    coats = ((66, 120, 180), (236, 180, 60), (214, 82, 96), (92, 160, 122), (150, 110, 180))
    for index, x in enumerate(range(190, 1500, 260)):
        hop = 34 if index % 2 else 8
        size, foot = 210, 910 + (index % 3) * 34
        scene.ellipse(x, foot, 58, 10, (110, 50, 40, 120))
        arc = [
            (x + 96 * math.cos(turn / 10), foot - hop - size * 0.5 - 150 * math.sin(turn / 10))
            for turn in range(0, 32)
        ]
        scene.line(arc, (250, 244, 226), 4)
        for side in (-1, 1):
            scene.line(
                [
                    (x + side * 28, foot - hop - size * 0.68),
                    (x + side * 92, foot - hop - size * 0.5),
                ],
                (238, 203, 172),
                13,
            )
        scene.person(x, foot - hop, size, coats[index % 5])


def factory() -> Painting:
    """A clean workshop: robot arms along a lit conveyor."""
    scene = Painting(101)
    scene.wash([(0, 0), (WIDTH, 0), (WIDTH, 700), (0, 700)], (206, 224, 234), (238, 244, 246))
    _hall(scene)
    scene.polygon([(770, 450), (830, 450), (1180, HEIGHT), (420, HEIGHT)], (82, 96, 112))
    scene.polygon([(776, 450), (824, 450), (1090, HEIGHT), (510, HEIGHT)], (52, 64, 80))
    for row in range(9):
        near = (row / 8) ** 1.9
        y, size = 462 + near * 560, 10 + near * 92
        scene.rounded(800 - size, y - size * 0.4, size * 2, size * 0.6, size * 0.12, (240, 176, 72))
        scene.rounded(
            800 - size * 0.5, y - size * 0.62, size, size * 0.34, size * 0.1, (250, 214, 130)
        )
    for near in (0.06, 0.24, 0.62):
        for side in (-1, 1):
            _robot(
                scene, 800 + side * (110 + near * 760), 520 + near * 480, 130 + near * 420, -side
            )
    scene.person(260, 1020, 330, (244, 248, 250))
    scene.person(1420, 900, 250, (244, 248, 250))
    return scene


def _hall(scene: Painting) -> None:
    """Ceiling lights, floor and the windowed far wall."""
    vanish = (800, 420)
    for beam in range(-8, 9):
        scene.line([vanish, (800 + beam * 260, 0)], (176, 200, 214), 4)
    for row in range(5):
        near = row / 4
        y, half = 300 - near * 240, 160 + near * 620
        scene.box(800 - half, y, half * 2, 8 + 16 * near, (255, 253, 240))
        scene.glow(800, y, half, (255, 255, 250), 0.2)
    scene.wash(
        [(0, 620), (560, 440), (1040, 440), (WIDTH, 620), (WIDTH, HEIGHT), (0, HEIGHT)],
        (196, 214, 214),
        (140, 172, 180),
    )
    scene.box(560, 330, 480, 120, (224, 234, 238))
    for x in range(580, 1030, 64):
        scene.rounded(x, 350, 48, 60, 4, (168, 202, 220))


def _robot(scene: Painting, x: float, y: float, size: float, flip: int) -> None:
    """A jointed arm that reaches over the belt; y is where its base stands."""
    body, joint = (238, 118, 62), (70, 76, 88)
    scene.ellipse(x, y, size * 0.24, size * 0.06, (60, 80, 90, 120))
    scene.rounded(x - size * 0.16, y - size * 0.2, size * 0.32, size * 0.2, size * 0.04, joint)
    elbow = (x - flip * size * 0.12, y - size * 0.68)
    wrist = (x + flip * size * 0.36, y - size * 0.86)
    scene.line([(x, y - size * 0.18), elbow], body, size * 0.12)
    scene.line([elbow, wrist], mix(body, PAPER, 0.15), size * 0.09)
    scene.line([wrist, (wrist[0], wrist[1] + size * 0.24)], joint, size * 0.05)
    for px, py in ((x, y - size * 0.2), elbow, wrist):
        scene.disc(px, py, size * 0.08, joint)
        scene.disc(px, py, size * 0.035, (206, 212, 218))
