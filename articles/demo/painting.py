"""A canvas for flat illustrations: gradients, ridges, glows and the small things that fill a scene.

Coordinates are those of the finished picture, 1600 × 1067; the canvas itself is twice as large and
is scaled down at the end, which smooths every edge.
"""

import io
import math
import random

from PIL import Image, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1600, 1067
SCALE = 2

Colour = tuple[int, int, int] | tuple[int, int, int, int]
Points = list[tuple[float, float]]


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """`share` of the second colour, the rest of the first."""
    return tuple(round(a + (b - a) * share) for a, b in zip(first[:3], second[:3], strict=True))


class Painting:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE))
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    def jpeg(self) -> bytes:
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        out = io.BytesIO()
        small.save(out, "JPEG", quality=86, optimize=True)
        return out.getvalue()

    # Plain shapes

    def polygon(self, points: Points, colour: Colour) -> None:
        self.pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour)

    def box(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        self.polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], colour)

    def rounded(
        self, x: float, y: float, width: float, height: float, radius: float, colour: Colour
    ) -> None:
        corners = (x * SCALE, y * SCALE, (x + width) * SCALE, (y + height) * SCALE)
        self.pen.rounded_rectangle(corners, radius * SCALE, fill=colour)

    def ellipse(self, x: float, y: float, rx: float, ry: float, colour: Colour) -> None:
        corners = ((x - rx) * SCALE, (y - ry) * SCALE, (x + rx) * SCALE, (y + ry) * SCALE)
        self.pen.ellipse(corners, fill=colour)

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        self.ellipse(x, y, radius, radius, colour)

    def line(self, points: Points, colour: Colour, width: float) -> None:
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self.pen.line(scaled, fill=colour, width=max(1, round(width * SCALE)), joint="curve")

    # Light

    def wash(self, points: Points, top: Colour, bottom: Colour) -> None:
        """Fill a shape with a gradient that runs from its highest to its lowest point."""
        scaled = [(round(x * SCALE), round(y * SCALE)) for x, y in points]
        left, right = min(x for x, _ in scaled), max(x for x, _ in scaled)
        high, low = min(y for _, y in scaled), max(y for _, y in scaled)
        size = (max(right - left, 1), max(low - high, 1))
        mask = Image.new("L", size)
        ImageDraw.Draw(mask).polygon([(x - left, y - high) for x, y in scaled], fill=255)
        self.image.paste(_gradient(size, top, bottom), (left, high), mask)

    def sky(self, top: Colour, bottom: Colour, horizon: float = HEIGHT) -> None:
        self.wash([(0, 0), (WIDTH, 0), (WIDTH, horizon), (0, horizon)], top, bottom)

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float = 1) -> None:
        """Soft light that fades from its middle."""
        side = round(radius * 2 * SCALE)
        fade = Image.radial_gradient("L").point(lambda value: max(0, 255 - value * 1.42) * strength)
        mask = fade.resize((side, side), Image.Resampling.BICUBIC)
        corner = (round((x - radius) * SCALE), round((y - radius) * SCALE))
        self.image.paste(Image.new("RGB", (side, side), colour), corner, mask)

    def sun(self, x: float, y: float, radius: float, colour: Colour) -> None:
        self.glow(x, y, radius * 5, colour, 0.55)
        self.disc(x, y, radius, mix(colour, (255, 255, 255), 0.45))

    def mist(self, y: float, depth: float, colour: Colour, strength: float) -> None:
        """A horizontal veil, thickest in its middle."""
        height = round(depth * SCALE)
        column = [
            round(255 * strength * math.sin(math.pi * row / height) ** 2) for row in range(height)
        ]
        mask = Image.new("L", (1, height))
        mask.putdata(column)
        size = (WIDTH * SCALE, height)
        corner = (0, round((y - depth / 2) * SCALE))
        self.image.paste(Image.new("RGB", size, colour), corner, mask.resize(size))

    def soften(self, top: float, bottom: float, radius: float) -> None:
        """Blur a band, for what lies far off or under water."""
        area = (0, round(top * SCALE), WIDTH * SCALE, round(bottom * SCALE))
        blurred = self.image.crop(area).filter(ImageFilter.GaussianBlur(radius * SCALE))
        self.image.paste(blurred, area[:2])

    def mirror(self, waterline: float, tint: Colour, share: float) -> None:
        """Reflect what stands above the waterline in the water below it."""
        depth = HEIGHT - waterline
        above = (0, round((waterline - depth) * SCALE), WIDTH * SCALE, round(waterline * SCALE))
        upside_down = self.image.crop(above).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        veil = Image.new("RGB", upside_down.size, tint)
        self.image.paste(Image.blend(upside_down, veil, share), (0, round(waterline * SCALE)))
        self.soften(waterline, HEIGHT, 2.5)
        self._ripples(waterline, mix(tint, (255, 255, 255), 0.5))

    def _ripples(self, waterline: float, colour: Colour) -> None:
        for _ in range(150):
            near = self.random.random() ** 1.6
            y = waterline + 6 + near * (HEIGHT - waterline)
            length = 30 + 190 * near * self.random.random()
            x = self.random.uniform(-100, WIDTH)
            self.rounded(x, y, length, 1 + 2.4 * near, 1.5, (*colour, 42))

    # Land

    def ridge(self, y: float, height: float, top: Colour, bottom: Colour, *, waves: float) -> None:
        """A range of hills across the picture, as high as `height` above y."""
        phases = [self.random.uniform(0, 6.28) for _ in range(4)]
        line = []
        for x in range(0, WIDTH + 8, 8):
            turn = x / WIDTH * waves * 6.28
            rise = sum(
                math.sin(turn * (1 + 0.83 * part) + phase) / (1 + part * 1.3)
                for part, phase in enumerate(phases)
            )
            line.append((x, y - height * (0.5 + rise / 3.4)))
        self.wash([*line, (WIDTH, HEIGHT), (0, HEIGHT)], top, bottom)

    def cloud(self, x: float, y: float, size: float, colour: Colour, alpha: int = 255) -> None:
        for offset, radius in ((-1.1, 0.42), (-0.5, 0.62), (0.15, 0.8), (0.8, 0.55), (1.3, 0.35)):
            self.ellipse(
                x + offset * size, y - radius * size * 0.3, radius * size, radius * size * 0.5,
                (*colour[:3], alpha),
            )  # fmt: skip

    def tree(self, x: float, y: float, size: float, leaf: Colour, trunk: Colour) -> None:
        """A round tree with its lit side to the left; y is where it stands."""
        self.box(x - size * 0.05, y - size * 0.6, size * 0.1, size * 0.6, trunk)
        dark = mix(leaf, (20, 40, 40), 0.25)
        for dx, dy, radius, colour in (
            (0.2, -0.85, 0.34, dark), (-0.22, -0.8, 0.33, leaf), (0.0, -1.12, 0.34, leaf),
            (-0.12, -1.18, 0.2, mix(leaf, (255, 244, 200), 0.25)),
        ):  # fmt: skip
            self.disc(x + dx * size, y + dy * size, radius * size, colour)

    def house(self, x: float, y: float, width: float, wall: Colour, roof: Colour) -> None:
        """A country house with a tiled roof; y is its foot."""
        height = width * 0.52
        self.box(x, y - height, width, height, wall)
        self.polygon(
            [(x - width * 0.09, y - height), (x + width * 0.14, y - height * 1.62),
             (x + width * 0.86, y - height * 1.62), (x + width * 1.09, y - height)], roof
        )  # fmt: skip
        self.box(
            x + width * 0.42, y - height * 0.6, width * 0.16, height * 0.6, mix(roof, wall, 0.2)
        )
        for share in (0.12, 0.7):
            self.box(
                x + width * share,
                y - height * 0.66,
                width * 0.18,
                height * 0.3,
                mix(roof, wall, 0.4),
            )

    def person(
        self, x: float, y: float, size: float, coat: Colour, *, hat: Colour | None = None
    ) -> None:
        """A standing figure; y is where the feet are."""
        legs = mix(coat, (30, 34, 48), 0.7)
        self.box(x - size * 0.11, y - size * 0.42, size * 0.09, size * 0.42, legs)
        self.box(x + size * 0.02, y - size * 0.42, size * 0.09, size * 0.42, legs)
        self.rounded(x - size * 0.16, y - size * 0.8, size * 0.32, size * 0.45, size * 0.1, coat)
        self.disc(x, y - size * 0.9, size * 0.115, (238, 203, 172))
        if hat:
            self.polygon(
                [
                    (x - size * 0.26, y - size * 0.92),
                    (x, y - size * 1.13),
                    (x + size * 0.26, y - size * 0.92),
                ],
                hat,
            )
        else:
            self.ellipse(x, y - size * 0.965, size * 0.12, size * 0.075, (52, 44, 44))


def _gradient(size: tuple[int, int], top: Colour, bottom: Colour) -> Image.Image:
    # A tall strip keeps every step of the gradient; the resize only widens it.
    height = size[1]
    strip = Image.new("RGB", (1, height))
    strip.putdata([mix(top, bottom, row / max(height - 1, 1)) for row in range(height)])
    return strip.resize(size)
