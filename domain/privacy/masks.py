"""What in any text leads to a person or a business, whoever they are: numbers, addresses, plates, names after "I am".

Every repetition has a limit, so that no text, however long or strange, keeps a pattern busy. What officers need stays:
numbers of laws, dates, money, codes of cases and of goods, roads and kilometres.
"""

from __future__ import annotations

import re

MASK = "▒▒▒"

_CONTACT = re.compile(r"☎.*")
# ---------------------------------------------------------------- addresses

_AT = r"(?:\s{0,2}@\s{0,2}|\s{0,2}[(\[{]\s?(?:at|a\s?còng|a\s?cong|@)\s?[)\]}]\s{0,2})"
_DOT = r"(?:\.|\s{0,2}[(\[{]\s?(?:dot|chấm|cham)\s?[)\]}]\s{0,2})"
_ENDING = r"(?:com|vn|net|org|cn|edu|gov|info|asia|biz|me|io)"
_MAIL = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}{_AT}[\w-]{{1,63}}"
    rf"(?:(?:{_DOT}[\w-]{{1,63}}){{0,4}}{_DOT}[^\W\d_]{{2,24}}|(?:(?:\s{{1,2}}\.\s{{0,2}}|\s{{1,2}}(?:dot|chấm|cham)\s{{1,2}}){_ENDING}){{1,3}}\b)",
    re.IGNORECASE,
)
_SPOKEN_MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}\s{1,2}(?:at|a\s?còng|a\s?cong)\s{1,2}(?:gmail|yahoo|outlook|hotmail|icloud|qq|163|126)\b"
    rf"(?:(?:\.|\s{{1,2}}(?:dot|chấm|cham)\s{{1,2}}){_ENDING}){{0,3}}",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:vn|com|net|org|me|cn)\b\S*", re.IGNORECASE
)
_HANDLE = re.compile(r"(?<![\w@])@\w{3,64}")
_PLACE = re.compile(r"-?\d{1,3}\.\d{4,12},\s?-?\d{1,3}\.\d{4,12}")

# ---------------------------------------------------------------- numbers

_UNIT = r"(?:đ|đồng|dong|vnd|vnđ|usd|cny|rmb|tệ|nhân dân tệ|triệu|tỷ|kg|tấn|m2|m²|m3|ha|元|人民币|吨|公斤)(?!\w)"
#: not within a number, and neither money ("2.000.000.000", "12 000 000 đồng"), a date and time, nor a code of goods
_BEGINS = (
    r"(?<!\d)(?<!\d[.,])(?!\d{1,3}(?:[.,]\d{3}){1,8}(?![.,]?\d))(?!\d{1,2}[-./]\d{1,2}[-./]\d{4})(?!\d{4}-\d{2}-\d{2})"
    r"(?!\d{4}\.\d{2}\.\d{2})(?!\d{1,3}(?: \d{3}){1,8}\s?" + _UNIT + r")"
)
_PHONE = re.compile(
    _BEGINS + r"(?:\((?=0\d{1,3}\)))?(?:\(\+?84\)|\+?84|0)(?:[ .()-]{0,2}\d){8,10}(?!\d)"
    r"|\+\d{1,3}(?:[ .()-]{0,2}\d){6,14}(?!\d)"
)
#: ten digits and more, also in groups: tax codes, identity cards, accounts, Chinese telephones, customs declarations
_GROUPED = re.compile(_BEGINS + r"\d(?:[ .-]?\d){9,40}(?:\s?-?\s?\d{3})?[Xx]?(?!\w)")
_LONG_NUMBER = re.compile(r"\d{10,}[Xx]?")
_PASSPORT = re.compile(r"(?<![\w/.-])[A-Z]{1,2}\d{7,8}(?![\w/])")
#: a container leads to its declaration at the customs, and that to whoever made it
_CONTAINER = re.compile(r"(?<!\w)[A-Za-z]{3}[UJZujz][ -]?\d{6}[ -]?\d(?!\w)")

# ---------------------------------------------------------------- plates

#: "12C-123.45", "12A1-234.56", "29LD-12345", and with four digits after a hyphen; kinds of documents are no series
_PLATE = re.compile(
    r"(?<![\w/.,-])[1-9]\d ?-? ?(?!CV|TB|TT|NQ|KH|BC|CT|HD)[A-Z]{1,2}\d? ?[-.]? ?"
    r"(?:\d{3}[. ]?\d{2}|(?<=[-.])\d{4}|(?<=[-.] )\d{4})(?![\w/]|[.,]\d|\s?" + _UNIT + ")"
)
_SMALL_PLATE = re.compile(
    r"(?<![\w/.,-])[1-9]\d(?:-?[a-z]{1,2}\d?-? ?\d{3}\.\d{2}(?!\d)|[a-z]\d?-\d{5}(?!\w))",
)
_HAN_PLATE = re.compile(
    r"[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云渝藏陕甘青宁新][A-Za-z] ?[·•.-]? ?"
    r"(?=[A-Za-z\d]{0,6}\d)[A-Za-z\d]{4,6}[挂学警港澳]?(?![A-Za-z\d])"
)

# ---------------------------------------------------------------- after a word that says what follows

_IS = r"(?:\s{0,2}(?:số|no\.?|number|id|là|is|是|号码?|của (?:tôi|em|mình|công ty)))*\s{0,2}[:：=]?\s{0,2}"
_ACCOUNT = (
    r"\b(?:STK|TK|số tài khoản|tài khoản|account(?: no\.?| number)?|CMND|CMT|CCCD|căn cước(?: công dân)?|hộ chiếu"
    r"|passport(?: no\.?)?|MST|mã số thuế|tax code|GPKD|ĐKKD|giấy phép lái xe|GPLX)"
    r"|账号|帐号|卡号|身份证号?|护照号?|税号"
)
_NUMBERED = re.compile(rf"({_ACCOUNT})({_IS})[A-Z]{{0,3}}\d(?:[ .-]?\d){{5,24}}(?![\d/])", re.IGNORECASE)
_PLATED = re.compile(
    rf"(\b(?:biển(?: kiểm soát| số)(?: xe)?|BKS|BSX|plate(?: no\.?| number)?)|车牌号?)({_IS})"
    r"(?=[\w.-]{0,12}\d)[A-Z\d][A-Z\d. -]{2,10}\d(?!\w)",
    re.IGNORECASE,
)
_MESSENGER = (
    r"\b(?:we ?chat|weixin|zalo|telegram|viber|whatsapp|skype|facebook|tiktok|kakao ?talk|vx|qq)\b|微信号?|QQ号?"
)
_ITS_OWN = r"(?:\s{0,2}(?:id|号|no\.?|số|của tôi|tôi|em|mình|nick|là|is|是)){0,3}"
#: without a sign between, only what looks like no word: "Zalo lananh88", but not "Zalo please"
_ACCOUNT_NAME = re.compile(
    rf"({_MESSENGER})({_ITS_OWN}\s{{0,2}})"
    r"(?:(?=[a-z._-]{0,30}[\d_])[a-z][\w.-]{3,30}|\d{5,12}(?!\d)|[:：=是号] ?(?:[a-z][\w.-]{4,30}|\d{5,12}))"
    r"(?![^\W\d_a-z])",
    re.IGNORECASE | re.ASCII,
)

# ---------------------------------------------------------------- names

_UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ"
_CAPITAL = rf"[{_UPPER}][^\W\d_]{{0,14}}"
_I_AM = (
    r"(?:[Tt]ôi|[Ee]m|[Mm]ình|[Cc]háu) (?:tên )?là|(?:[Tt]ôi|[Ee]m|[Mm]ình) tên|[Tt]ên (?:tôi|em|mình)(?: là)?"
    r"|[Hh]ọ (?:và )?tên ?:|[Nn]gười (?:liên hệ|đại diện) ?(?:là|:)|[Mm]y name is|[Mm]y name's|[Nn]ame ?:|[Cc]ontact ?:"
)
#: how a post or a firm begins
_OFFICE = "(?:Phó|Giám|Trưởng|Chủ|Kế|Nhân|Đại|Cán|Công|Doanh|Người|Thành|Hợp|Hộ|Tổng|Bên|Cty)"
_NAMED = re.compile(
    rf"(?<!\w)({_I_AM})(\s{{1,2}}(?:anh |chị |ông |bà |Ông |Bà )?)(?!{_OFFICE})"
    rf"(?:{_CAPITAL}(?: {_CAPITAL}){{1,4}}|{_CAPITAL}(?=\s?(?:[,.;:!?()\n]|$)))"
)
_TITLED = re.compile(rf"(?<!\w)((?:Mr|Ms|Mrs|Miss|Mdm|MR|MS|MRS|mr|ms|mrs)\.? )()(?:{_CAPITAL}(?: {_CAPITAL}){{0,3}})")
_PRESENTED = re.compile(
    rf"(?<!\w)((?:I am|I'm|This is) )()(?:{_CAPITAL}(?: {_CAPITAL}){{1,3}})(?=\s?[,.;]|\s(?:from|of)\s)"
)
_SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石"
    "熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚农覃阮黎"
)
_END = r"(?=[\s,，.。;；:：!！?？、)）(（▒]|$)"
_HAN_NAMED = re.compile(
    rf"(我叫|我的名字是|我的名字叫|姓名[:：]?|联系人[:：]?)(\s?)[㐀-鿿·]{{2,5}}{_END}"
    rf"|(我是|本人|我姓名)(\s?)[{_SURNAMES}][㐀-鿿]{{1,2}}{_END}"
)

_WHOLE = (
    *(_CONTACT, _MAIL, _SPOKEN_MAIL, _LINK, _HANDLE, _PLACE),
    *(_CONTAINER, _PLATE, _SMALL_PLATE, _HAN_PLATE, _PHONE, _GROUPED, _LONG_NUMBER, _PASSPORT),
)
_AFTER = (_NUMBERED, _PLATED, _ACCOUNT_NAME, _NAMED, _TITLED, _PRESENTED, _HAN_NAMED)


def blotted(text: str) -> str:
    """The text (NFC) with everything that leads to a person or a business replaced by a mark."""
    for pattern in _AFTER:
        text = pattern.sub(_kept_word, text)
    for pattern in _WHOLE:
        text = pattern.sub(MASK, text)
    return text


def _kept_word(match: re.Match[str]) -> str:
    """The word that says what follows stays, and what follows is blotted out."""
    return "".join(group or "" for group in match.groups()) + MASK
