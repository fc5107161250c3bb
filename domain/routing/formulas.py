"""How people ask, which says nothing about what: left out before a text is weighed."""

from __future__ import annotations

import re

from domain.language import fold

#: “Who decides this?” would speak for the Office, “whom should I see?” for the Promotion Centre, and so on.
BODY = "cơ quan|đơn vị|nơi|chỗ|sở|cấp|đầu mối"
DECIDES = "quyết định|giải quyết|chịu trách nhiệm|phụ trách|có thẩm quyền|đứng ra|ký|cấp"
TURN = "gửi|nộp|hỏi|gặp|liên hệ|đến|tìm|báo|làm việc với|kêu|đăng ký"
POLITE = "xin|kính|mong|rất mong|đề nghị|kiến nghị|muốn|kính mong|kính đề nghị|xin được|muốn được"
ADDRESSED = "quý cơ quan|quý sở|ubnd tỉnh|ủy ban|lãnh đạo tỉnh|tỉnh|các cấp|các ngành|cơ quan chức năng|chính quyền"
HELPS = "sớm|quan tâm|xem xét|chỉ đạo|giải quyết|hướng dẫn|trả lời|giúp đỡ|hỗ trợ|tháo gỡ|cho ý kiến|can thiệp|đôn đốc"
VIETNAMESE = (
    rf"ai (?:là người |sẽ |phải )?(?:{DECIDES})(?: (?:việc|vấn đề) này)?"
    rf"|(?:{TURN})(?: đơn| hồ sơ)?(?: cho| tới| đến| với| ở| tại)? (?:ai|đâu|(?:{BODY}) nào)"
    rf"|(?:do |thuộc )?(?:{BODY}) (?:nào|có thẩm quyền)(?: (?:{DECIDES}))?"
    r"|(?:xin|mong|muốn|đề nghị)(?: được)? (?:gặp|trao đổi|làm việc)(?: trực tiếp)?"
    rf"|(?:{POLITE})(?: (?:{ADDRESSED}))*(?: (?:{HELPS}))+"
    r"|(?:xin|mong) (?:cho hỏi|cho biết|được biết)|(?:xin )?(?:chân thành|trân trọng) cảm ơn"
)
OTHERS = (
    r"who (?:decides|is responsible|is in charge)|(?:please|kindly) (?:advise|clarify|help|guide us|assist)"
    r"|(?:who|whom|where) (?:do|should|can|must) (?:i|we) (?:contact|ask|see|write to|turn to|file|apply|submit)"
    r"|(?:which|what) (?:body|office|agency|authority|department)(?: is (?:responsible|in charge|competent))?"
    "|该?找谁|谁(?:负责|决定)|向谁(?:提交|申请|反映)?|哪个(?:部门|单位|机关)(?:负责|管)?|请(?:指导|帮助|协助|答复)|恳请"
)
FORMULA = re.compile(rf"\b(?:{VIETNAMESE}|{fold(VIETNAMESE)})\b|{OTHERS}", re.IGNORECASE)


def without_formulas(text: str) -> str:
    """The text without the ways of asking; as it is where nothing else would be left."""
    left, many = FORMULA.subn(" ; ", text)
    return left if many and any(each.isalnum() for each in left) else text


#: What stands in texts that say nothing of their matter, without diacritics: who writes, that it is hard, that help is
#: wanted, that it takes long. Longer phrases first, because their syllables alone could mean something else.
EMPTY_PHRASES = re.compile(
    r"\b(?:hop tac xa|cong ty|cty|doanh nghiep|chung (?:toi|em|minh)|kinh doanh|san xuat|lam an|"
    r"co quan(?: chuc nang)?|to cong tac|hanh chinh|ho so|giay to|cong van|van ban|dia phuong|nha nuoc|"
    r"lanh dao|can bo|cac (?:cap|so|nganh|ban)|hoat dong|phat trien|thuan loi|dieu kien|ket qua|tien do|don vi|"
    r"dinh kem|kem theo|tin nhan|dien thoai|chuc nang|tiep nhan|noi tiep|vao cuoc|dut diem|thu tuc|rom ra|"
    r"ruom ra|cai thien|kho khan|vuong mac|kinh gui|v/v|ly do|tinh hinh|so nao|xem xet|"
    r"quy (?:vi|co quan|so|ban)|tro giup|tu van)\b"
)
EMPTY = frozenset(
    """
    a ad admin ai alo anh chi em e o oi ok oke hi hello hey chao xin loi thua vang nhe nha u uh z re rep bik biet
    toi tui minh cua ben la thi ma va hay hoac voi vs nhung cai con cac nhieu mot hai ba bon nam lan nay kia do day
    nao gi j sao the vay dang da se roi r chua khong ko k hong van cu nua luon lun qua kk rat that hon lau bao gio
    dai co ngay tuan thang truoc hom sang chieu den dau tai ve tren trong ngoai duoc bi phai can muon mong nho giup
    ho tro quan tam tao giai quyet tra lai huong dan dao thao go cho hoi chut ti viec vu gap ubnd tinh hen hs nop
    thay im doi xong de nghi kien phan gop y cao trinh bay gui cham tre file nhu trao noi goi test onl online ro
    them cung may moi nguoi ca hien tat deu vuong xem kinh dn kem nghiep i we my our us you me an and or of to for
    in on at with by from is are was were be been has have had not no need help want please good morning afternoon
    anybody anyone there here who could solve answer this it files see attached problem problems difficulty
    difficulties facing company business firm authorities authority office officer know which where what ask contact
    make proposal procedure takes too long time waiting waited reply nobody some something question thanks thank
    dear sir madam support
    """.split()  # noqa: SIM905 (a list of words reads best as one)
)
EMPTY_CHINESE = re.compile(
    "你好|您好|我们|我|公司|企业|需要|帮助|遇到|困难|经营|希望|得到|支持|不知道|知道|请问|有人|材料|交了|很久|没有|消息|请看|附件|"
    "想提|提个|建议|手续|太慢|太|慢|谁|哪个|部门|找|该|吗|了|的|个|问题|一下|请|谢谢|什么时候|办好|办|解决|能|可以|在|是|有|很"
)
#: From so many digits on a number may name something.
A_NUMBER = 4
EMPTY_TOKEN = re.compile(r"[^\W_\u3400-\u9fff]+|[\u3400-\u9fff]")


#: Where one thing that is asked ends and another may begin, and the words that ask.
ENDS = re.compile(r"[.;!?](?=\s|$)|[\n。；！？]|(?:^|\s)\(?\d[.)]\s")
ASKS = re.compile(
    r"\b(?:đề nghị|kiến nghị|mong|xin|muốn|de nghi|kien nghi|xin|mong|please|request|ask|need|want|would like|kindly)\b"
    "|请|希望|建议|申请|要求"
)
#: Fewer letters ask for nothing of their own; more pieces than this are not looked at.
SHORTEST_ASK, SHORTEST_CHINESE, MOST_ASKS = 30, 8, 6


def asks(text: str) -> list[str]:
    """The pieces of a text that each ask for something; none where there is only one."""
    pieces = [each.strip() for each in ENDS.split(text) if each and ASKS.search(each.lower())]
    long = [each for each in pieces if len(each) >= (SHORTEST_ASK if each < "\u3400" else SHORTEST_CHINESE)]
    return long[:MOST_ASKS] if len(long) > 1 else []


def says_nothing(text: str) -> bool:
    """Whether a text tells nothing of its matter; one word that is not known to be empty tells something."""
    left = EMPTY_CHINESE.sub(" ", EMPTY_PHRASES.sub(" ", fold(text)))
    return all(each in EMPTY or (each.isdigit() and len(each) < A_NUMBER) for each in EMPTY_TOKEN.findall(left))
