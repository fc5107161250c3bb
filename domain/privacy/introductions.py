"""Names nobody gave the bot: after "I am" and the like, and in a signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from domain.language import fold
from domain.privacy.shadow import Shadow, Span, listed

_SURNAMES = frozenset(
    listed(
        """
        nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|nông|lương|triệu|hứa|trịnh|đinh|đoàn|đào|trương|
        lâm|mai|hà|vi|chu|vương|tô|tạ|cao|la|lò|bế|đàm|thân|giáp|lục|linh|lô|ma|mã|mông|quách|tăng|thái|tống|từ|văn|phùng|khổng|
        kiều|lã|liễu|lưu|nghiêm|ninh|sầm|tôn|viên|âu|doãn|mạc|mạch|thạch|châu|bành|bạch|cù|diệp|
        hầu|nhâm|sùng|giàng|vàng|thào
        """
    )
)
#: told from ordinary words without their diacritics, too
_PLAIN_SURNAMES = frozenset(
    listed("nguyen|tran|pham|hoang|huynh|bui|ngo|trinh|trieu|luong|dinh|doan|nong|dang|quach|phung")
)
#: what follows a name in a sentence
_AFTER_A_NAME = frozenset(
    listed(
        """
        o|tai|cua|lam|giam|doc|ke|toan|chu|co|dang|den|dien|dai|nguoi|sinh|so|dt|sdt|cong|cty|hien|da|bi|xin|va|nha|la|thuoc|ben|
        goi|email|muon|duoc|khong|tu|o'|nop|ho|kinh|hop|voi|thay|mat|pho|truong|nhan|vien|lai|tai|xe|cho|nha|xuong|xa|phuong|thon|
        and|i|from|of|at|the|we|my|with|in|on|is
        """
    )
)
_TITLE = r"(?P<title>(?:anh|chi|ong|ba|co|chu|bac|mr|mrs|ms|miss|em)\.? )?"
_WHO = (
    "nguoi (?:lien he|dai dien|viet don|lam don|nop don|nop|gui|khai|de nghi|kien nghi|phan anh|khieu nai|ky)"
    "|ho (?:va )?ten|ky ten|dai dien(?: phap luat)?|chu ho|chu co so|nguyen don|lien he|lien lac|gap|hoi"
)
_I_AM = re.compile(
    r"(?:(?:toi|em|minh|chau|con) (?:(?:ten )?la|ten)|ten (?:toi|em|minh|day du)(?: la)?"
    rf"|(?:{_WHO})(?: don)?|my name is|my name's|name|contact|signed(?: by)?"
    r"|(?:best |kind |warm )?regards|sincerely|yours truly|tran trong|kinh don)"
    r"(?P<sign> {0,2}(?:\((?:[^()\n]{0,40})\))? {0,2}[:,.]? ?\n{0,2} {0,2})" + _TITLE
)
_SAYS_IT_IS_A_NAME = re.compile(r"my name(?: i|')s|ten (?:toi|em|minh|day du) la|(?:toi|em|minh|chau) ten la")
_CONTACTED = re.compile(r"(?<![a-z])(?:lien he|lien lac|gap|hoi|contact|name|signed(?: by)?)$")
_UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ"
_WORD = re.compile(r"[^\W\d_]{1,14}(?:['’.-][^\W\d_]{1,14})?")
_ENDS = re.compile(r" ?(?:[,.;:!?()\n\d+▒-]|$)")
_NEXT = re.compile(r"\.? {1,2}|-")
_CAPITAL = rf"[{_UPPER}][^\W\d_]{{0,14}}"
_OFFICE = frozenset(
    listed(
        """
        phó|giám|trưởng|chủ|kế|nhân|đại|cán|công|doanh|người|thành|hợp|hộ|tổng|bên|cty|lái|tài|khách|nhà|đơn|cơ|ban|phòng|cục|
        chi|uỷ|ủy|ubnd|hải|bộ|cửa|ông|bà|anh|em|director|manager|driver|the|a|an|sở|xã|văn
        """
    )
)
_PLAIN_OFFICE = frozenset(map(fold, _OFFICE)) - {"ho", "tong"}
#: communes and towns whose names begin as people's do
_PLACES = frozenset(
    listed(
        """cao loc|cao bang|ha noi|ha giang|mai pha|hoang dong|hoang van thu|luong van tri|vu le|vu lang|doan ket
        |thai binh|thai nguyen|van quan|van lang|to hieu|le loi|chu van an|tran phu|tran dang ninh
        |ngo quyen|le hong phong"""
    )
)
_TITLED = re.compile(
    rf"(?<![^\W\d_])(?:Mr|Ms|Mrs|Miss|Mdm|MR|MS|MRS|mr|ms|mrs)(?:\. ?| )(?P<name>{_CAPITAL}(?:[ -]{_CAPITAL}){{0,3}})"
    rf"|(?<![^\W\d_])(?:I am|I'm|I’m|This is) (?P<presented>{_CAPITAL}(?: {_CAPITAL}){{1,3}})"
    r"(?= ?[,.;]| (?:from|of|at|with) |$)"
)
_SIGNS_OF_A_NAME = listed(
    """toi la|em la|minh la|chau la|con la|toi ten|em ten|minh ten|chau ten|con ten|ten toi|ten em|ten minh|ten day du
    |ho ten|ho va ten|nguoi lien he|nguoi dai dien|nguoi viet|nguoi lam|nguoi nop|nguoi gui|nguoi khai|nguoi de nghi
    |nguoi kien nghi|nguoi phan anh|nguoi khieu nai|nguoi ky|ky ten|dai dien|chu ho|chu co so|nguyen don|lien he
    |lien lac| gap | hoi | name|contact|signed|regards|sincerely|yours truly|tran trong|kinh don"""
)
_SIGNS_OF_A_TITLE = ("Mr", "Ms", "Miss", "Mdm", "MR", "MS", "mr", "ms", "I am", "I'm", "I’m", "This is")
_HAN_SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石"
    "熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚农覃阮黎"
)
_END = r"(?=[\s,.;:!?、)(▒。来在是和的\d]|$)"
_HAN_NAMED = re.compile(
    rf"(?:我叫|我的名字(?:是|叫)|(?:姓名|联系人|申请人|签名|落款) ?[:是为]) ?(?P<name>[㐀-鿿·.]{{2,5}}?){_END}"
    rf"|(?:我是|本人|姓名|联系人|请找|找) ?(?P<own>[{_HAN_SURNAMES}]"
    rf"(?:[㐀-鿿]{{1,2}}?{_END}|(?:先生|女士|小姐|总|经理|老板)))"
)
_SIGNS_OF_HAN = ("我叫", "名", "联系人", "申请人", "落款", "我是", "本人", "找")
_LINE = re.compile(r"^[ .-]{0,3}(?P<name>[^\n\d,.;:!?▒]{5,40}?)[ .]{0,3}$", re.MULTILINE)


def introduced(shadow: Shadow) -> Iterator[Span]:
    """The names of people who say who they are."""
    text, plain = shadow.folded, shadow.plain
    probe = f" {text}"
    for found in _I_AM.finditer(text) if any(sign in probe for sign in _SIGNS_OF_A_NAME) else ():
        if text[found.start() - 1 : found.start()].isalpha():
            continue
        if end := _name(shadow, found):
            yield found.end(), end
    if any(sign in plain for sign in _SIGNS_OF_A_TITLE):
        for found in _TITLED.finditer(plain):
            yield found.span("name" if found["name"] else "presented")
    if not text.isascii() and any(sign in text for sign in _SIGNS_OF_HAN):
        for found in _HAN_NAMED.finditer(text):
            if found["name"] not in _HAN_WORDS:
                yield found.span("name" if found["name"] else "own")
    yield from firms(shadow)
    yield from _known_by_what_follows(shadow)
    if "\n" in plain:
        yield from (line.span("name") for line in _LINE.finditer(plain) if _is_signature(plain, line))


#: whose firm it is, before its name or behind it
_OURS = "chung toi|chung em|ben (?:toi|em|minh)|toi|em|minh|we|our company|our firm|this is"
_FIRM = "cong ty|cty|doanh nghiep|hop tac xa|htx|ho kinh doanh|hkd|xi nghiep|co so|cua hang|company"
_IT_IS = "(?:(?:la|thuoc|ten la|den tu|are|from|is) )?"
_OUR_FIRM = re.compile(rf"(?<![a-z])(?:{_OURS}) {{0,2}}[:,-]? {{0,2}}{_IT_IS}(?P<kind>{_FIRM})(?![a-z])")
_A_FIRM = re.compile(rf"(?<![a-z])(?P<kind>{_FIRM})(?![a-z])")
_OF_OURS = re.compile(r" {1,2}(?:cua )?(?:chung toi|chung em|ben toi|ben em|toi|em)(?![a-z])")
_FIRM_WORD = re.compile(r" {1,2}(?:&|[^\W_][\w.&'’-]{0,20})")
#: what stands in the name of a firm and is no name by itself
_LEGAL = frozenset(
    listed(
        """tnhh|cp|mtv|co|phan|mot|thanh|vien|tu|nhan|thuong|mai|dich|vu|xuat|nhap|khau|san|va|xnk|tm|dv|dau|xay|dung|sx
        |van|tai|ltd|jsc"""
    )
)
_HAN_FIRM = re.compile(
    "(?:我们|我)(?:公司|厂|店)?(?:是|叫|来自) ?(?P<name>(?!一|这|家|做|从事)[㐀-鿿]{2,16}(?:公司|商行|合作社|厂))"
)
_BY_TITLE = (
    r"(?<![^\W\d_])(?:[Aa]nh|[Cc]hị|[Ôô]ng|[Bb]à|[Cc]ô|[Cc]hú|Mr|Ms|Mrs)\.? "
    rf"(?P<name>{_CAPITAL}(?: {_CAPITAL}){{0,3}})"
)
#: somebody with a telephone, or with a post in a firm; officials' posts are not meant
_REACHED = re.compile(rf"{_BY_TITLE}(?= ?[(:,-]? ?(?:\+?\d[\d .-]{{7,}}|▒▒▒))")
_OFFICIALS = "(?! (?:[Ss]ở|[Bb]an|[Tt]rung tâm|[Cc]hi cục|[Kk]ho bạc|[Cc]ông an|[Cc]ục|[Đđ]iện lực))"
_POST = rf"(?:phó )?giám đốc{_OFFICIALS}|chủ (?:cơ sở|xưởng|hộ|cửa hàng|doanh nghiệp|công ty)|kế toán"
_IN_A_FIRM = re.compile(rf"{_BY_TITLE}(?= ?[(,-]? ?(?:là )?(?:{_POST}))")


def firms(shadow: Shadow) -> Iterator[Span]:
    """The names of firms that say they are the writer's: "chúng tôi là Công ty …", "HTX … của chúng tôi"."""
    text = shadow.folded
    for found in _OUR_FIRM.finditer(text):
        if end := _firm_name(shadow, found.end("kind")):
            yield found.start("kind"), end
    for found in _A_FIRM.finditer(text):
        end = _firm_name(shadow, found.end("kind"))
        if end and _OF_OURS.match(text, end):
            yield found.start("kind"), end
    if not text.isascii():
        yield from (found.span("name") for found in _HAN_FIRM.finditer(text))


def _firm_name(shadow: Shadow, start: int) -> int:
    """Where the name of a firm ends that begins here; 0 when none of its words is a name."""
    end, last = start, 0
    while word := _FIRM_WORD.match(shadow.plain, end):
        said = word[0].strip()
        small = fold(said)
        if not (said[0].isupper() or said[0].isdigit() or said == "&" or small in _LEGAL):
            break
        end = word.end()
        if said[0].isupper() and small not in _LEGAL:
            last = end
    return last


def _known_by_what_follows(shadow: Shadow) -> Iterator[Span]:
    """Names with a title that a telephone number or a post in a firm follows."""
    for pattern in (_REACHED, _IN_A_FIRM):
        yield from (found.span("name") for found in pattern.finditer(shadow.plain))


_HAN_WORDS = frozenset({"了三次都", "什么", "什么名字"})


def _is_sure(found: re.Match[str]) -> bool:
    """True where any word with a capital is a name; after "contact" and the like only one that begins as names do."""
    if found["title"]:
        return True
    is_loose = _CONTACTED.search(found[0][: found.start("sign") - found.start()])
    return ":" in found["sign"] or not (is_loose or "\n" in found["sign"] or found[0].startswith("tran trong"))


def _name(shadow: Shadow, found: re.Match[str]) -> int:
    """The end of a name that follows, in capitals, in small letters or without diacritics; 0 for none."""
    words = list(_words(shadow.plain, found.end()))
    if not words:
        return 0
    end = _usual_name(shadow, words, is_sure=_is_sure(found))
    return end or (_any_name(shadow, words) if _SAYS_IT_IS_A_NAME.match(found[0]) else 0)


def _usual_name(shadow: Shadow, words: list[Span], *, is_sure: bool) -> int:
    first = shadow.plain[words[0][0] : words[0][1]]
    if _is_office(first):
        return 0
    if _is_surname(first) and len(words) > 1 and (is_sure or first[0].isupper()):
        return _full_name(shadow, words)
    if not first[0].isupper() or not is_sure or (first.isupper() and len(first) > 1):
        return 0
    count = 0
    while count < len(words) and shadow.plain[words[count][0]].isupper():
        count += 1
    end = words[count - 1][1]
    return end if count > 1 or _ENDS.match(shadow.plain, end) else 0


def _any_name(shadow: Shadow, words: list[Span]) -> int:
    """The end of what somebody says is their name, however it is written."""
    last = 0
    for start, end in words[:4]:
        if fold(shadow.plain[start:end]) in _AFTER_A_NAME:
            break
        last = end
    return last


def _full_name(shadow: Shadow, words: list[Span]) -> int:
    """Where a name that began with its surname ends: four words, or before a word that tells something."""
    plain = [shadow.plain[start:end] for start, end in words]
    has_capitals = plain[0][0].isupper() and not plain[0].isupper()
    last = 0
    for place, word in enumerate(plain[1:4], 1):
        if (has_capitals and not word[0].isupper()) or (not has_capitals and fold(word) in _AFTER_A_NAME):
            break
        last = place
    end = words[last][1] if last else 0
    return 0 if fold(shadow.plain[words[0][0] : end]) in _PLACES else end


def _is_office(word: str) -> bool:
    """True for a word with which a post or a firm begins, however it is written."""
    small = word.lower()
    return small in _OFFICE or (small.isascii() and small in _PLAIN_OFFICE)


def _words(plain: str, start: int) -> Iterator[Span]:
    """Up to five words that stand directly one after another."""
    for _ in range(5):
        found = _WORD.match(plain, start)
        if found is None:
            return
        yield found.span()
        between = _NEXT.match(plain, found.end())
        if between is None:
            return
        start = between.end()


def _is_surname(word: str) -> bool:
    small = word.lower()
    return (
        small in _SURNAMES
        or small in _PLAIN_SURNAMES
        or (word.isascii() and word[0].isupper() and small in _CAPITAL_SURNAMES)
    )


_CAPITAL_SURNAMES = frozenset(fold(each) for each in _SURNAMES) - {
    "la",
    "ma",
    "vi",
    "tu",
    "van",
    "co",
    "ha",
    "do",
    "vang",
}


def _is_signature(text: str, line: re.Match[str]) -> bool:
    """True for a line of capitalised words of which the first is a surname: three to five, or two at the end."""
    words = line["name"].split()
    return (
        (2 if not text[line.end() :].strip() else 3) <= len(words) <= 5  # noqa: PLR2004
        and all(word[0].isupper() and word.isalpha() for word in words)
        and _is_surname(words[0])
        and fold(line["name"].strip()) not in _PLACES
    )
