"""Is a message about how officials behave, or a denunciation? Such messages must not go the usual way.

Words are compared as written where the text has diacritics and folded where it has none, because folding makes
different words alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from domain.language import MARK, fold

FIRST_HAN = "\u3400"

#: Speaks of misconduct by itself.
STRONG = """
nhũng nhiễu|vòi vĩnh|vòi tiền|vòi thêm|lót tay|bôi trơn|chung chi|hối lộ|đòi hối lộ|nhận hối lộ|ăn hối lộ
ăn tiền|đòi tiền mới|tiêu cực phí|phí bôi trơn|tham nhũng|tham ô|lợi dụng chức vụ|lạm quyền|lộng quyền
cửa quyền|hách dịch|hạch sách|sách nhiễu|trù dập|ngâm hồ sơ|hành doanh nghiệp|gây khó dễ|làm tiền doanh nghiệp
tiền cà phê|tiền bồi dưỡng|tiền trà nước|chi phí không chính thức|phong bì thì|có phong bì|đưa phong bì
đòi phong bì|gợi ý phong bì|bì thư mới|bribe|bribes|bribery|bribed|kickback|kickbacks|under the table
facilitation payment|grease money|tea money|coffee money|extort|extorted|extorting|shake down|informal payment
informal payments|informal charge|informal charges|abuse of power|abused his power|corrupt official
corrupt officials|corrupt officer|corruption|索贿|受贿|行贿|贿赂|好处费|茶水费|红包|故意刁难|刁难企业|吃拿卡要
滥用职权|腐败|敲诈勒索企业|收黑钱
kẹp tiền|kẹp phong bì|kẹp thêm tiền|dúi tiền|dúi vào tay|biết điều thì|không biết điều|ko biết điều|chia phần trăm
làm luật|tiền luật|bắt chẹt|gợi ý quà|gợi ý chuẩn bị quà|không có quà thì|không quà thì|cảm ơn trước|có tiền mới ký
có tiền mới làm|chung tiền|no gift|a monthly gift|pay the officer|pay off|不送礼|请吃饭才|塞钱|打点
"""
#: Speaks of misconduct when an official stands in the same message.
WEAK = """
làm khó|tiền ngoài|chi ngoài|gây khó khăn|cố tình kéo dài|cố tình gây|cố ý kéo dài|cố ý gây|cố tình không
cố tình ngâm|đòi tiền|xin tiền|đưa tiền|đòi thêm|gợi ý tiền|phong bì|quát|quát tháo|mắng|chửi|xúc phạm|thô lỗ
thái độ không|thái độ coi thường|thái độ khó chịu|thái độ lồi lõm|thái độ bất|thái độ tệ|thái độ kém
thái độ hống hách|hống hách|đe dọa|dọa|ép|bắt bẻ|thiếu trách nhiệm|đùn đẩy|vô cảm|thiên vị|quen biết|móc nối
bảo kê|sân sau|nhậu|vô lễ|ngâm giấy|kiếm chuyện|hành dân|hành tội|lấy tiền|nhận tiền|thu tiền riêng
thu tiền không biên lai|thu tiền không hóa đơn|không có hóa đơn|chuyển khoản riêng|harass|harasses|harassed
harassment|rude|insulted|insulting|shouted|threatened|demands money|demand money|asked for money
asking for money|demanded money|wants money|wanted money|envelope|envelopes|on purpose|deliberately
favouritism|favoritism|arrogant|cash without receipt|without a receipt|extra money|extra cash|pay extra|刁难
态度恶劣|态度很差|辱骂|威胁|故意拖延|故意不办|要钱|勒索|不给钱|暗示|私下收费|没有收据
quà|biếu|tiền mặt|để lại tiền|để lại hai triệu|để lại một triệu|không biên lai|ko biên lai|không có biên lai
ko có biên lai|không đưa vé|ra giá|lườm nguýt|như chủ nợ|trù|trù úm|trả thù|tìm lỗi|xin thêm tiền|thêm tiền xăng
chuyển khoản vô|chuyển khoản vào tài khoản riêng|chầu bia|ăn nhậu|cười khẩy|người nhà của cán bộ|em vợ của
nhận của tôi
triệu mới|củ mới|trăm mới|thông đồng|gift|gifts|cash|no receipt|lunch money|private account|named a sum
lose our papers
送礼|现金|请吃饭|报复|开价|回扣|关系户
"""
OFFICIAL = """
cán bộ|công chức|viên chức|chuyên viên|nhân viên|thanh tra viên|kiểm soát viên|lãnh đạo|trưởng phòng|phó phòng
giám đốc sở|phó giám đốc sở|chủ tịch xã|chủ tịch phường|đội trưởng|đoàn kiểm tra|đoàn thanh tra
người tiếp nhận|anh kiểm tra|ông phòng|bà phòng|quan chức|hải quan viên|chiến sĩ|sĩ quan|công an
quản lý thị trường|kiểm lâm|cb|cbcc|người nhà nước|bên thuế|bên hải quan|bên pccc|một cửa|officer|officers
official|officials|civil servant|civil servants|inspector|inspectors|clerk|staff|policeman|policemen
head of the department|the man at the counter|employee of the department|官员|干部|工作人员|公务员|办事员
检查人员|执法人员|警察|领导|科长|处长|局长
địa chính|trưởng đoàn|mấy anh đi kiểm tra|anh phụ trách|chị tiếp nhận|anh tiếp nhận|nvien|quan xã|sếp sở|qua chốt
qua trạm
bên kiểm lâm|anh kiểm lâm|cảnh sát|csgt|biên phòng|thuế vụ|the man at the counter|the woman at the counter
查车的人|办证的|办事的人|检查的人
"""
#: Without their diacritics these are other words, too (nhưng nhiều, chứng chỉ, mạng): the first then need an official
#: beside them, the second say nothing.
DOUBTFUL_FOLDED = """
nhũng nhiễu|chung chi|sách nhiễu|ăn tiền|tiền ngoài|chi ngoài|hành doanh nghiệp|tiêu cực phí|tham ô
tiền bồi dưỡng|không quà thì
"""
MEANINGLESS_FOLDED = """
chung chi|quà|trù|biếu|mắng|nhậu|ép|dọa|quát|chửi|thu tiền không hóa đơn|không có hóa đơn|hành dân|thái độ không
không quà thì
"""
#: Where a strong word means something harmless.
HARMLESS = """
dầu bôi trơn|mỡ bôi trơn|chất bôi trơn|dầu mỡ bôi trơn|dầu nhớt bôi trơn|không nhũng nhiễu
không hề nhũng nhiễu|không gây khó dễ|không vòi vĩnh|không hạch sách|phòng chống tham nhũng
phòng, chống tham nhũng|chống tham nhũng|không tham nhũng|không phong bì|không cần phong bì|hộp quà|bao lì xì
in phong bì|sản xuất phong bì|không bị gây khó|không cửa quyền|không hách dịch|không phiền hà|ngân hàng gây
biên phòng bị|văn phòng bị|trưởng phòng bị|phó phòng bị|căn phòng bị|khách mắng|khách chửi|khách quát|khách đòi tiền
bị khách|đòi thêm giấy|đòi thêm hồ sơ|đòi thêm bản|đòi thêm loại
đòi thêm một loại|đòi thêm hai loại|đòi thêm ba loại|quà tặng|quà lưu niệm|quà tết cho công nhân|rút tiền mặt
gift shop|souvenir gifts
khách hàng đòi tiền|đối tác đòi tiền|thu hồi nợ|anti corruption|anti-corruption|no bribe|no bribes
without bribes|did not ask for|not rude|paper envelope|微信红包|反腐败|没有索贿|没有刁难
"""
DENUNCIATION = """
tố cáo|đơn tố cáo|tố giác|làm đơn tố|denounce|denounces|denouncing|denunciation|i accuse|whistleblow
whistleblower|whistleblowing|检举|举报|控告
"""
NOT_DENUNCIATION = """
xuong to cao|nha to cao|cay to cao|to cao qua|rat to cao|qua to cao|to cao hon
bị tố cáo|không tố cáo|không phải tố cáo|không phải đơn tố cáo|chưa tố cáo|thủ tục tố cáo|luật tố cáo
quy trình tố cáo|tố cáo sai|tố cáo oan|giải quyết khiếu nại, tố cáo|khiếu nại tố cáo là gì|not a denunciation
was denounced|been denounced|不是举报|被举报|不是检举|举报电话
"""


def _listed(phrases: str) -> set[str]:
    return {each.strip() for line in phrases.strip().splitlines() for each in line.split("|")}


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """One pattern for phrases; Latin ones match whole words only."""
    known = sorted(map(re.escape, phrases), key=len, reverse=True)
    latin = "|".join(each for each in known if each < FIRST_HAN)
    chinese = "|".join(each for each in known if each >= FIRST_HAN)
    return re.compile(rf"\b(?:{latin or '(?!)'})\b|{chinese or '(?!)'}")


class _Patterns(NamedTuple):
    strong: re.Pattern[str]
    weak: re.Pattern[str]
    official: re.Pattern[str]
    harmless: re.Pattern[str]
    denunciation: re.Pattern[str]
    not_denunciation: re.Pattern[str]


@cache
def _patterns(*, folded: bool) -> _Patterns:
    """The lists above as patterns, for texts as written or for texts without diacritics."""
    strong, weak = _listed(STRONG), _listed(WEAK)
    if folded:
        strong, weak = (
            strong - _listed(DOUBTFUL_FOLDED),
            (weak | _listed(DOUBTFUL_FOLDED)) - _listed(MEANINGLESS_FOLDED),
        )
    others = (OFFICIAL, HARMLESS, DENUNCIATION, NOT_DENUNCIATION)
    every = (strong, weak, *map(_listed, others))
    return _Patterns(*(_pattern({fold(each) if folded else each for each in phrases}) for phrases in every))


def _readable(text: str) -> tuple[str, bool]:
    """The text in lower case without what only looks like punctuation, and whether it has to be read folded."""
    plain = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).lower())
    folded = not MARK.search(plain)
    return (fold(plain) if folded else plain), folded


def conduct_words(text: str) -> tuple[str, ...]:
    """The words that say that officials ask for money, harass, insult or delay on purpose; none when none do."""
    plain, folded = _readable(text)
    patterns = _patterns(folded=folded)
    plain = patterns.harmless.sub(" ", plain)
    found = patterns.strong.findall(plain)
    if found or patterns.official.search(plain):
        found += patterns.weak.findall(plain)
    return tuple(dict.fromkeys(found))


def is_about_conduct(text: str) -> bool:
    """Whether officials are said to ask for money, harass, insult or delay on purpose."""
    return bool(conduct_words(text))


def is_denunciation(text: str) -> bool:
    """Whether somebody is denounced (tố cáo), which has its own law and must not be stored as a case."""
    plain, folded = _readable(text)
    patterns = _patterns(folded=folded)
    return bool(patterns.denunciation.search(patterns.not_denunciation.sub(" ", plain)))
