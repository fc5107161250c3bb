"""Which of the three languages a message is in, and text without its diacritics.

No model is loaded: the script decides Chinese, and the build of Vietnamese syllables, whose onsets, vowels and endings
form a small closed grammar, tells Vietnamese from English even where the diacritics were left out.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, cast

Language = Literal["vi", "en", "zh"]

#: Texts shorter than this many words, without a Vietnamese mark, say too little to change the language.
ENOUGH_WORDS = 3
#: A change of language needs this lead, in words; a tie keeps what was spoken before.
CLEAR_LEAD = 0.75


def _fold_table() -> dict[int, str | None]:
    """Every Latin letter of Vietnamese to its base, combining marks to nothing, full-width forms to ASCII."""
    table: dict[int, str | None] = dict.fromkeys(range(0x300, 0x370))
    table |= {code: unicodedata.normalize("NFKC", chr(code)).lower() for code in range(0xFF01, 0xFF5F)}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii():
            table[code] = base.lower()
    return table | {ord("đ"): "d", ord("Đ"): "d"}


FOLD = _fold_table()


def fold(text: str) -> str:
    """The text in lower case and without diacritics (đ becomes d), as people type it in a hurry."""
    return text.lower() if text.isascii() else text.lower().translate(FOLD)


#: Web and mail addresses, handles, commands, case codes and anything with a digit: no language of its own.
NO_LANGUAGE = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|[@/]\w+|\w*[#\d][\w/.-]*|\b\w/\w\b")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
#: Letters that Vietnamese alone has here: marks on vowels and đ.
MARK = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]")
SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?"
    r"(?:uyen|uyet|uya|uye|oai|oao|oay|oeo|uay|uoi|uou|uyu|ieu|yeu|[aeiouy]|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye)"
    r"(?:ng|nh|ch|[cmnpt])?"
)

ENGLISH = frozenset(
    """
    about after again against all already also always am and any are aren't around as asked asking at away be
    because been before being below best better between both business but by came can't cannot company could
    couldn't customs day days did didn't does doesn't doing don't down during each either enough even ever every
    export few first for found from further get gets getting give given go goes going good got had has hasn't have
    haven't he help her here him his how however i'm i've if import into is isn't it it's its just keep know last
    later least less let like made make makes many may maybe might month months more most much must my need needs
    never new next not nothing now of off office often old one only or other our out over own paid pay people please
    problem province rather really reply said same say says see several she should since some someone something soon
    still such sure take tell than thank thanks that that's the their them then there these they they're this those
    though through too truck trucks two under unless until up upon us use used very wait waited waiting want wants
    was wasn't way we we're we've week weeks well went were weren't what when where which while who whom whose why
    will with within without won't work would wouldn't year years yes yet you your hello hi dear sir madam regards
    fine know when file filed been permit license licence tax land factory goods weeks border application
    """.split()  # noqa: SIM905 (a list of words reads best as one)
)
#: Frequent Vietnamese syllables as typed without marks that English does not use.
VIETNAMESE = frozenset(
    """
    anh ay ban bao bi biet bo boi bon boss cac cai cam cang cap chi chia chieu chinh cho choi chu chua chuc chung
    chuyen chung co con cong cung cua da dai dang dau day de den di dia dien dinh doanh doi don dong du dung duoc
    duong em ep gap gay gi gia giai giam gian giay gio giup giua gui hai hang hay hien hinh ho hoi hom hon hop huong
    huyen ke kem keo khach khai khac khi khien kho khoan khong khu kiem kien kinh ko lai lam lan lau lay len lien
    loai luat luon ly mac mai mat may minh moi mong mot mua muon nao nam nay nen neu ngan nganh ngay nghi nghiep
    nguoi nha nhan nhanh nhap nhat nhe nhieu nho nhu nhung noi nop nua nuoc oi phai phap phan phep phi phong phu qua
    quan que quy ra rang rat roi sao sau se so sua suot tai tam tang tat tay thang thanh thay them theo thi thieu
    thoi thong thu thuc thue thuoc thuong tien tiep tinh toan toi ton trang tren trong tru truoc truong tu tuan tung
    tuoi uy van vao vay vi viec viet voi von vu vui vuong xa xac xe xem xin xong xuat xuong yeu hok hong k kg dc đc
    vs mn ae cty tnhh dn ubnd gpkd pccc hs gcn sdt bn nv ng
    """.split()  # noqa: SIM905 (a list of words reads best as one)
)
#: English words at home in Vietnamese business chat: they speak for neither.
LOANED = frozenset(
    """
    form online offline email mail container invoice check file app web website logistics ok oke okay shop sale visa
    code vat fax pdf excel word scan link marketing wifi internet bank banking karaoke homestay hotel taxi startup
    software hs co cv deadline feedback report admin group chat post ship shipper xuat
    """.split()  # noqa: SIM905 (a list of words reads best as one)
)
NEITHER = frozenset(
    """
    a i an to no so do me in on can hang he be us ha am are bay tin ban ten men may con dung than ta them
    """.split()  # noqa: SIM905 (a list of words reads best as one)
)


def detect(text: str, earlier: str | None = None) -> Language:
    """The language of a message; the earlier one (else Vietnamese) when the message does not clearly say."""
    bare = unicodedata.normalize("NFC", NO_LANGUAGE.sub(" ", text))
    words = WORD.findall(HAN.sub(" ", bare))
    before = cast("Language", earlier) if earlier in {"vi", "en", "zh"} else None
    han = len(HAN.findall(bare))
    if han and han >= len(words):
        return "zh"
    marked = any(MARK.search(word.lower()) for word in words)
    if not words or (before and len(words) < ENOUGH_WORDS and not marked):
        return before or "vi"
    return _by_words(words, before)


def _by_words(words: list[str], before: Language | None) -> Language:
    """Vietnamese or English by the weight of each word; names, which may stand in any language, weigh little."""
    small = sum(word[0].islower() for word in words)
    lead = 0.0
    for place, word in enumerate(words):
        is_name = place > 0 and word[0].isupper() and small * 3 >= len(words)
        lead += _weight(word.lower().replace("’", "'")) * (0.2 if is_name else 1.0)
    if before in {"vi", "en"} and abs(lead) < CLEAR_LEAD:
        return cast("Language", before)
    unsure = len(words) == 1 and lead > -CLEAR_LEAD
    return "vi" if lead >= 0 or unsure else "en"


def _weight(word: str) -> float:
    """How much a word in lower case speaks for Vietnamese (above 0) or English (below 0)."""
    if MARK.search(word):
        return 1.5
    if word in ENGLISH:
        return -1.0
    if word in LOANED or word in NEITHER:
        return 0.0
    if word in VIETNAMESE:
        return 0.8
    if len(word) == 1:
        return 0.0
    return 0.3 if SYLLABLE.fullmatch(word) else -0.5
