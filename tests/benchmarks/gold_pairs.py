"""Pairs of versions with known answers: edits, moves, splits and merges made from a seed."""

from dataclasses import dataclass
from random import Random

Links = tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """How much is done to a text. All but the block length are probabilities.

    `removed`, `added`, `doubled`, `merged` and `split` are per paragraph, `moved` is the share of
    paragraphs that end up in moved blocks of at most `block` paragraphs; `edited` is the share of
    paragraphs that are edited, and `words` the share of words touched in one of those.
    """

    removed: float
    added: float
    doubled: float
    merged: float
    split: float
    moved: float
    block: int
    edited: float
    words: float


PROFILES = {
    "light": Profile(0.018, 0.012, 0.004, 0.003, 0.004, 0.01, 12, 0.05, 0.08),
    "medium": Profile(0.04, 0.04, 0.01, 0.01, 0.01, 0.07, 12, 0.20, 0.15),
    "heavy": Profile(0.06, 0.09, 0.02, 0.025, 0.025, 0.15, 12, 0.50, 0.25),
}


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two versions and the links between their paragraphs as they were made."""

    old: list[str]
    new: list[str]
    links: Links


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph on its way to the new version, and the old ones it was made of."""

    text: str
    origin: tuple[int, ...]
    family: int


def make_pair(texts: list[str], profile: Profile, seed: int) -> GoldPair:
    """Two versions of `texts`, with the given amount of work between them."""
    chance = Random(seed)
    vocabulary = _vocabulary(texts)
    old: list[str] = []
    pieces: list[_Piece] = []
    for text in texts:
        if chance.random() < profile.added:
            pieces.append(_Piece(text, (), -1))
            continue
        copies = 2 if chance.random() < profile.doubled else 1
        for copy in range(copies):
            if copy and chance.random() < 0.5:
                text = _edited(text, 0.03, vocabulary, chance)
            old.append(text)
            if chance.random() >= profile.removed:
                pieces.append(_Piece(text, (len(old) - 1,), len(old) - 1))
    pieces = _merged(pieces, profile, chance)
    pieces = [_touched(piece, profile, vocabulary, chance) for piece in pieces]
    pieces = _split(pieces, profile, chance)
    pieces = _moved(pieces, profile, chance)
    return GoldPair(old, [piece.text for piece in pieces], _links(len(old), pieces))


def _vocabulary(texts: list[str]) -> list[str]:
    """Words in proportion to their use; single characters where words are not set apart."""
    words = [word for text in texts[:2000] for word in _units(text)]
    return words or ["a"]


def _joint(text: str) -> str:
    return " " if text.count(" ") * 25 > len(text) else ""


def _units(text: str) -> list[str]:
    return text.split(" ") if _joint(text) else list(text)


def _touched(piece: _Piece, profile: Profile, vocabulary: list[str], chance: Random) -> _Piece:
    if not piece.origin or chance.random() >= profile.edited:
        return piece
    share = min(0.6, chance.expovariate(1 / profile.words))
    return _Piece(_edited(piece.text, share, vocabulary, chance), piece.origin, piece.family)


def _edited(text: str, share: float, vocabulary: list[str], chance: Random) -> str:
    """`text` with about this share of its words touched; never the text itself, never empty."""
    joint = _joint(text)
    words = _units(text)
    budget = max(1, round(share * len(words)))
    while budget > 0:
        size = min(budget, chance.randint(1, 4))
        at = chance.randrange(len(words) + 1)
        what = chance.random()
        if what < 0.4:
            words[at : at + size] = chance.choices(vocabulary, k=size)
        elif what < 0.6 and len(words) > size:
            del words[at : at + size]
        elif what < 0.8:
            words[at:at] = chance.choices(vocabulary, k=size)
        elif at < len(words):
            words[at] = _misspelt(words[at], chance)
            size = 1
        budget -= size
    edited = joint.join(words).strip()
    return edited if edited and edited != text else text + joint + chance.choice(vocabulary)


def _misspelt(word: str, chance: Random) -> str:
    at = chance.randrange(len(word) + 1)
    if chance.random() < 0.5 or len(word) < 2:
        return word[:at] + chance.choice("x1-") + word[at:]
    at = chance.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _merged(pieces: list[_Piece], profile: Profile, chance: Random) -> list[_Piece]:
    merged: list[_Piece] = []
    at = 0
    while at < len(pieces):
        count = 3 if chance.random() < 0.2 else 2
        group = pieces[at : at + count]
        wanted = chance.random() < profile.merged
        if wanted and len(group) == count and all(piece.origin for piece in group):
            origin = tuple(i for piece in group for i in piece.origin)
            if origin == tuple(range(origin[0], origin[0] + count)):
                joint = _joint(group[0].text)
                text = joint.join(piece.text for piece in group)
                merged.append(_Piece(text, origin, origin[0]))
                at += count
                continue
        merged.append(pieces[at])
        at += 1
    return merged


def _split(pieces: list[_Piece], profile: Profile, chance: Random) -> list[_Piece]:
    result: list[_Piece] = []
    for piece in pieces:
        parts = [piece.text]
        if len(piece.origin) == 1 and chance.random() < profile.split:
            parts = _sentences(piece.text, 3 if chance.random() < 0.15 else 2, chance)
        result.extend(_Piece(part, piece.origin, piece.family) for part in parts)
    return result


def _sentences(text: str, count: int, chance: Random) -> list[str]:
    """`text` cut into at most `count` parts after sentence ends; whole where it has none."""
    ends = [k + 1 for k, c in enumerate(text[:-2]) if c in ".?!;。？！؟"]
    ends = [k for k in ends if text[:k].strip() and text[k:].strip()]
    cuts = sorted(chance.sample(ends, min(count - 1, len(ends))))
    parts = [text[a:b].strip() for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    return parts if all(parts) else [text]


def _moved(pieces: list[_Piece], profile: Profile, chance: Random) -> list[_Piece]:
    pieces = list(pieces)
    budget = round(profile.moved * len(pieces))
    while budget > 0 and len(pieces) > 2:
        size = min(budget, chance.randint(1, profile.block))
        start = chance.randrange(len(pieces))
        # A paragraph's pieces travel together.
        while start > 0 and _together(pieces[start - 1], pieces[start]):
            start -= 1
        end = min(len(pieces), start + size)
        while end < len(pieces) and _together(pieces[end - 1], pieces[end]):
            end += 1
        block = pieces[start:end]
        del pieces[start:end]
        to = chance.randrange(len(pieces) + 1)
        while 0 < to < len(pieces) and _together(pieces[to - 1], pieces[to]):
            to += 1
        pieces[to:to] = block
        budget -= end - start
    return pieces


def _together(one: _Piece, other: _Piece) -> bool:
    return one.family == other.family != -1


def _links(old: int, pieces: list[_Piece]) -> Links:
    by_origin: dict[tuple[int, ...], list[int]] = {}
    links: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    for j, piece in enumerate(pieces):
        if piece.origin:
            by_origin.setdefault(piece.origin, []).append(j)
        else:
            links.append(((), (j,)))
    links.extend((origin, tuple(found)) for origin, found in by_origin.items())
    covered = {i for origin in by_origin for i in origin}
    links.extend(((i,), ()) for i in range(old) if i not in covered)
    return tuple(links)
