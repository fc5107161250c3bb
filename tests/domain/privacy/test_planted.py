"""Two thousand texts with somebody planted in them, in every separator and form: none of them shows who it is."""

from __future__ import annotations

import json
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from domain.case.confidentiality import masked
from domain.language import fold
from domain.privacy.cores import letters_of
from domain.privacy.masks import MASK

EXAMPLES = Path(__file__).parents[3] / "catalogue" / "lang-son" / "examples"
TEXTS = 2000
SPACES = [" ", "\u00a0", "\u2009", "\u3000", "   ", "\u202f"]
DASHES = ["-", "\u2011", "–", "—", "−", " - ", "－"]
UNSEEN = ["\u200b", "\u00ad", "\u2060", "\ufeff", ""]
OTHERS = [".", "·", "．", ", ", " / ", "_", "…"]
SEPARATORS = [*SPACES, *DASHES, *UNSEEN, *OTHERS]
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
SENTENCES = [
    "Xin cho biết, {} đã chờ hai tuần.",
    "Hồ sơ nộp rồi nhưng chưa ai trả lời ({})",
    "{} bị giữ ở cửa khẩu Hữu Nghị, xin giúp!",
    "thu tuc cham qua, {} can gap",
    "货物在友谊关等了三天，{}，请帮忙",
    "We have waited for weeks: {}; please help",
]
SURNAMES = ["Nguyễn", "Trần", "Hoàng", "Nông", "Lương", "Vi", "Đặng", "Hứa"]
MIDDLE = ["Thị", "Văn", "Đức", "Thuý", "Quỳnh"]
GIVEN = ["Hoà", "Thuý", "Mỹ", "Quý", "Khuê", "Nguyệt", "Sỹ", "Loan"]
FIRMS = ["Bình Minh", "Mỹ Lệ", "Thạch Bích", "Hoà Thuận", "Sao Vàng"]
LEGAL = ["Công ty TNHH", "Công ty cổ phần", "HTX", "Hộ kinh doanh", "Công ty TNHH MTV Thương mại"]
ONE_WORD = ["Quxfirm", "Vinamex", "Petrolux", "Zuytex", "Phjalen", "3TC", "A&T", "Q-Tex", "Hungphat"]
PLACES = ["", " Lạng Sơn", " Đồng Đăng", " Việt Nam"]
Planted = tuple[str, str, tuple[str, ...]]


def figures(chance: random.Random, count: int) -> str:
    return "".join(chance.choice("123456789") for _ in range(count))


def grouped(chance: random.Random, number: str, *sizes: int) -> str:
    """The number in groups, one separator throughout, sometimes in wide figures."""
    separator, at, groups = chance.choice(SEPARATORS), 0, []
    for size in sizes:
        groups.append(number[at : at + size])
        at += size
    shown = separator.join(groups)
    return shown.translate(FULL_WIDTH) if chance.random() < 0.1 else shown


def telephone(chance: random.Random) -> Planted:
    number = "0" + chance.choice("35789") + figures(chance, 8)
    shown = grouped(chance, number, *chance.choice([(4, 3, 3), (3, 3, 4), (2, 2, 2, 2, 2), (10,)]))
    return chance.choice(["", "sđt ", "ĐT", "电话", "gọi "]) + shown, number, ()


def from_abroad(chance: random.Random) -> Planted:
    country = chance.choice(["+84", "84", "0084", "(+84)"])
    number = chance.choice("35789") + figures(chance, 8)
    separator = chance.choice([*SPACES, *DASHES, *UNSEEN, "."])
    return separator.join([country, number[:3], number[3:6], number[6:]]), number, ()


def landline(chance: random.Random) -> Planted:
    number = "0205" + figures(chance, 7)
    return chance.choice([f"({number[:4]}) {number[4:]}", grouped(chance, number, 4, 3, 4)]), number, ()


def chinese_telephone(chance: random.Random) -> Planted:
    number = "13" + figures(chance, 9)
    separator = chance.choice([*SPACES, *DASHES, *UNSEEN])
    return chance.choice(["", "+86 ", "手机"]) + separator.join([number[:3], number[3:7], number[7:]]), number, ()


def tax_code(chance: random.Random) -> Planted:
    number = "49" + figures(chance, 8)
    separator = chance.choice([*SPACES, *DASHES, *UNSEEN, ", "])
    branch = chance.choice(["", "", "-001", " - 002"])
    return separator.join([number[:4], number[4:7], number[7:]]) + branch, number, ()


def identity(chance: random.Random) -> Planted:
    number = "020" + figures(chance, 9)
    separator = chance.choice([*SPACES, *DASHES, *UNSEEN, "."])
    return separator.join([number[:3], number[3:6], number[6:9], number[9:]]), number, ()


def account(chance: random.Random) -> Planted:
    number = figures(chance, 14)
    separator = chance.choice([*SPACES, *DASHES, *UNSEEN])
    return "STK " + separator.join([number[:4], number[4:8], number[8:12], number[12:]]), number, ()


def plate(chance: random.Random) -> Planted:
    series = chance.choice(["C", "R", "A1", "LD", "MĐ1", "H"])
    number = figures(chance, 5)
    between = chance.choice(["-", "", "–", " - ", " ", "\u2011", "\u00a0"])
    first = f"12{series}{between}{number[:3]}{chance.choice(['.', '', '·'])}{number[3:]}"
    other = f"12R-{figures(chance, 3)}.{figures(chance, 2)}"
    return chance.choice([first, f"xe {first}/{other}", f"xe:{first},{other}", f"xe{first}"]), number, ()


def chinese_plate(chance: random.Random) -> Planted:
    number = figures(chance, 5)
    between = chance.choice(["", "·", " ", "-", "•"])
    return (
        f"桂{chance.choice('AFＡ')}{between}{number}" + chance.choice(["", f"/桂A{figures(chance, 3)}挂"]),
        number,
        (),
    )


def chinese_firm(chance: random.Random) -> Planted:
    number = f"9145{figures(chance, 4)}MA5K{figures(chance, 1)}N7{figures(chance, 1)}A{figures(chance, 1)}"
    return chance.choice(["公司代码 ", "代码", "mã "]) + number, number, ()


def mail(chance: random.Random) -> Planted:
    local = f"lan{figures(chance, 3)}"
    at = chance.choice(["@", "＠", "(a)", "[at]", " a còng ", " @ ", "(at)", "﹫"])
    return f"{local}{at}{chance.choice(['gmail.com', 'cty-lan.vn', 'qq.com', 'lan.com.vn'])}", local, ()


def page(chance: random.Random) -> Planted:
    host = f"xuonglan{figures(chance, 2)}"
    ending = chance.choice(["shop", "info", "xyz", "vn", "com.vn", "top"])
    return (
        chance.choice([f"{host}.{ending}", f"https://{host}.{ending}/a?b=1", f"t.me/{host}", f"zalo.me/{host}"]),
        host,
        (),
    )


def place(chance: random.Random) -> Planted:
    north = f"21.{figures(chance, chance.choice([3, 6]))}"
    east = f"106.{figures(chance, 6 if len(north) > 6 else 3)}"
    return north + chance.choice([",", ", ", " "]) + east, north, ()


def person(chance: random.Random) -> Planted:
    """A name given to the bot, as a person writes it."""
    surname, middle, given = chance.choice(SURNAMES), chance.choice(MIDDLE), chance.choice(GIVEN)
    name = f"{surname} {middle} {given}"
    forms: list[Callable[[], str]] = [
        lambda: name,
        name.upper,
        name.lower,
        lambda: fold(name),
        lambda: fold(name).title(),
        lambda: name.replace("oà", "òa").replace("uý", "úy").replace("ỹ", "ĩ"),
        lambda: f"{middle} {given}",
        lambda: f"chị {given}",
        lambda: f"Mr. {given}",
        lambda: name.replace(" ", chance.choice(["-", "  ", "\u00a0", "."])),
        lambda: fold(name).replace(" ", ""),
        lambda: f"{surname[0]}.{middle[0]}. {given}",
    ]
    return chance.choice(forms)(), "", (name,)


def initials(chance: random.Random) -> Planted:
    """First letters of a name given to the bot; nothing of them is left between two marks."""
    words = [chance.choice(SURNAMES), chance.choice(MIDDLE), chance.choice(GIVEN)]
    letters = [word[0] for word in words]
    joined = "" if letters_of(" ".join(words)) else "."  # NTM is no name, it is the new countryside
    between = chance.choice([".", ". ", "-", joined, " ", "_", "\u00a0"])
    end = chance.choice(["", "."]) if between.startswith(".") else ""
    bare = [fold(each).upper() for each in letters]
    forms = [between.join(letters) + end, between.join(bare) + end, f"{words[0]} {letters[1]}.{letters[2]}."]
    forms += [f"{letters[1]}.{letters[2]}.", f"chị {letters[2]}.", f"{letters[0]}{letters[1]} {words[2]}"]
    forms += [".".join(letters).lower()]
    name = " ".join(words)
    return chance.choice(forms), "", (chance.choice([name, name, name.upper()]),)


SAID = {
    "vi": ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"],
    "north": ["không", "mốt", "hai", "ba", "tư", "lăm", "sáu", "bẩy", "tám", "chín"],
    "en": ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
    "zh": list("零一二三四五六七八九"),
    "bank": list("零壹贰叁肆伍陆柒捌玖"),
    "yao": list("〇幺二三四五六七八九"),
}
SAID["bare"] = [fold(each) for each in SAID["vi"]]


def said(chance: random.Random) -> Planted:
    """A telephone, a tax code or an identity, figure by figure: as words, as numerals, or some of each."""
    number = chance.choice(["09", "03", "138", "4900", "020"]) + figures(chance, 7)
    tongue = chance.choice(list(SAID))
    keeps = chance.choice([0.0, 0.0, 0.3])
    spelt = [each if chance.random() < keeps else SAID[tongue][int(each)] for each in number]
    if sum(not each.isdigit() for each in spelt) < 5:
        spelt = [SAID[tongue][int(each)] for each in number]
    if tongue in {"zh", "bank", "yao"}:
        return chance.choice(["", " ", "-", "、", "."]).join(spelt), "".join(spelt), ()
    shown = chance.choice([" ", " ", "-", ", ", " . ", "  ", "\n"]).join(spelt)
    return chance.choice(["", "gọi ", "Số "]) + chance.choice([shown, shown.upper()]), "".join(spelt), ()


def stranger(chance: random.Random) -> Planted:
    """A name nobody gave, where its owner says it."""
    name = f"{chance.choice(SURNAMES)} {chance.choice(MIDDLE)} {chance.choice(GIVEN)}"
    begin = chance.choice(
        ["Tôi là ", "tôi tên là ", "Người viết đơn: ", "Ký tên: ", "Họ và tên: ", "my name is ", "em là "]
    )
    shown = chance.choice([name, name.upper(), fold(name).title()])
    return (begin.upper() if shown.isupper() else begin) + shown, shown, ()


def firm(chance: random.Random) -> Planted:
    core = chance.choice(FIRMS)
    name = f"{chance.choice(LEGAL)} {core}{chance.choice(PLACES)}"
    forms = [name, name.upper(), fold(name), core, core.upper(), f"Cty {core}", core.replace(" ", "-")]
    return chance.choice([*forms, core.replace("ỹ", "ĩ").replace("oà", "òa")]), "", (name,)


def one_word(chance: random.Random) -> Planted:
    """A business called by one word that is nobody else's, however it is typed, with nothing before it."""
    core = chance.choice(ONE_WORD)
    given = [f"{chance.choice(LEGAL)} {core}{chance.choice(PLACES)}", f"{core} Co., Ltd", f"DNTN {core}", core]
    shown = chance.choice([core, core.upper(), core.lower(), f"lô hàng của {core}", core.replace("&", " & ")])
    return shown, core, (chance.choice(given),)


KINDS = (
    *(telephone, from_abroad, landline, chinese_telephone, tax_code, identity, account, plate, chinese_plate),
    *(chinese_firm, mail, page, place, person, stranger, firm, one_word),
)


def shows(text: str, planted: Planted) -> bool:
    """Whether the masked text still has what was planted: its figures, or any word of the name."""
    shown, secret, names = planted
    plain = re.sub(r"[^\w]|_", "", unicodedata.normalize("NFKC", text)).lower()
    wanted = re.sub(r"\W", "", secret).lower() if secret else ""
    if wanted:
        parts = [wanted[at : at + 3] for at in range(len(wanted) - 2)] if wanted.isdecimal() else [wanted]
        return any(part in plain for part in parts)
    words = fold(names[0]).split()[-2:] if len(names[0].split()) == 3 else []
    left = fold(text.replace(MASK, " "))
    return any(re.search(rf"(?<![a-z]){word}(?![a-z])", left) for word in words[-1:] if fold(shown).count(word))


def test_whoever_is_planted_is_found_in_no_text() -> None:
    chance = random.Random(10)
    shown: Counter[str] = Counter()
    failures = []
    for number in range(TEXTS):
        kind = KINDS[number % len(KINDS)]
        planted = kind(chance)
        text = chance.choice(SENTENCES).format(planted[0])
        masked_text = masked(text, planted[2])
        shown[kind.__name__] += 1
        if MASK not in masked_text or shows(masked_text, planted):
            failures.append((kind.__name__, text, masked_text))
    assert failures == []
    assert min(shown.values()) >= TEXTS // len(KINDS)


def test_of_initials_and_of_numbers_spelt_out_nothing_is_left() -> None:
    chance = random.Random(11)
    failures = []
    for number in range(TEXTS // 2):
        shown, _, names = (initials, said)[number % 2](chance)
        sentence = chance.choice(SENTENCES)
        masked_text = masked(sentence.format(shown), names)
        left = re.escape(sentence).replace(r"\{\}", r"(?:gọi |Số |chị )?▒▒▒\.?")
        if not re.fullmatch(left, masked_text):
            failures.append((sentence.format(shown), names, masked_text))
    assert failures == []


ONE_WORD_FIRMS = [
    *[(f"Công ty TNHH {word}",) for word in ("Hùng", "Sao", "An", "Hoa", "Sơn", "Nam", "Thương", "Green", "Border")],
    *[(f"Công ty TNHH {word}",) for word in ONE_WORD],
]


def test_what_businesses_ask_is_hardly_ever_taken_for_somebody() -> None:
    texts = [
        json.loads(line)["text"]
        for path in sorted(EXAMPLES.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    assert len(texts) > 4000
    for names in (
        (),
        ("Nguyễn Thị Lan",),
        ("Vi Văn Quý", "Công ty TNHH Bình Minh", "4900001236"),
        ("vi văn an",),
        *ONE_WORD_FIRMS,
    ):
        touched = [text for text in texts if MASK in masked(text, names)]
        assert len(touched) <= len(texts) / 100, (names, touched)


WORDS_THAT_STAY = [
    "Từ năm 2023 hai ba lần nộp không ai trả lời",
    "không có một, hai hay ba ngày mà chín mười ngày",
    "ba bốn năm sáu lần đi lại",
    "năm 2024 2025 không một năm nào được giảm",
    "từ hai đến ba, bốn đến năm, sáu bảy tám ngày",
    "第一、二、三、四、五条",
    "二〇二六年十一月",
    "làm sau năm tư, nằm tạm bốn ngày",
    "one or two of nine, seven eight days",
    "1\n2\n3\n4\n5\n6\n7\n8\n9",
    "v.v., T.P. Lạng Sơn, Q.5, P.V. hỏi, K.T.",
]


@pytest.mark.parametrize("text", WORDS_THAT_STAY)
def test_ordinary_numerals_and_letters_stay(text: str) -> None:
    assert masked(text, ("Nguyễn Thị Lan", "Vi Văn Vinh", "Công ty TNHH Sao Vàng")) == text
