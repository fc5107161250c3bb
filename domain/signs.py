"""The words of short answers in three languages, and what each contributes: a no, a "done", a "hidden please"."""

from __future__ import annotations

import unicodedata
from enum import Enum, auto

from domain.language import HAN, fold


class Sign(Enum):
    """What one word contributes."""

    FILL = auto()
    THANK = auto()
    GREET = auto()
    YES = auto()
    NOT = auto()
    NOT_YET = auto()
    AGREE = auto()
    SEND = auto()
    SHOWN = auto()
    HIDE = auto()
    ANONYMOUS = auto()
    CHANGE = auto()
    DROP = auto()
    STOP = auto()
    BACK = auto()
    SKIP = auto()
    KNOW = auto()
    WHICH = auto()
    STILL = auto()
    NEW = auto()
    WITHDRAW = auto()
    KEEP = auto()
    ADD = auto()
    DONE = auto()
    ALL = auto()
    #: the text asks, and so answers nothing
    ASKS = auto()
    #: what two words share when typed without diacritics
    EITHER = auto()
    PART = auto()
    HAVE = auto()
    #: "được": a filler beside other words, a yes alone
    MAY = auto()
    WRONG = auto()
    WHEN = auto()
    MEET = auto()
    SOMEBODY = auto()
    PHONE = auto()
    BYE = auto()
    #: strengthens a denial; alone it denies or asks ("đã xong đâu")
    AT_ALL = auto()


#: sign → the words for it as they are written, phrases between bars
_WORDS: dict[Sign, str] = {
    Sign.FILL: """a|ạ|à|ah|aa|dạ|đã|thưa|nhé|nhe|nha|nhen|nghen|nè|ơi|em|anh|chị|bạn|ad|admin|ông|bà|bác|chú|
    cháu|cô|e|ac|a c|anh chị|ông bà|quý cơ quan|mình|tôi|tui|chúng tôi|chúng em|xin|giúp|giùm|
    dùm|hộ|cho|với|luôn|đi|nữa|thật|thì|là|vậy|thế|nhỉ|làm ơn|vui lòng|xin vui lòng|xin lỗi|muốn|
    cần|sẽ|rằng|của|đây|thấy là|đang|theo|bằng|đăng tin|ngay|bây giờ|lại|này|đó|đấy|hiện tại|hiện nay|
    tới nay|đến nay|nội dung|hồ sơ|đơn|vụ việc|việc|tên tôi|số|câu|chọn|mục|phương án|lựa chọn|
    cũng|nói|nhưng|mà|sorry|that's|am|are|talking|tớ|cậu|á|please|pls|plz|kindly|it|it's|its|is|was|has|been|
    be|the|my|me|i|i'm|im|i'll|will|get|do|
    you|your|have to|to|want|would like|like|just|yet|really|now|already|this|that|
    one|option|number|choice|no problem|we|our|us|with|as|then|for|but|已|已经|请|请帮我|请你|
    麻烦|麻烦你|麻烦您|吧|呀|啊|哦|哈|啦|呢|了|我|我们|我的|要|想|帮我|第|个|选|选择|先|就|也|都|
    这个|一下|给|滴|这样|事|事情""",
    Sign.THANK: """cảm ơn|cám ơn|cảm ơn nhiều|cám ơn nhiều|cảm ơn rất nhiều|cảm ơn lắm|cảm ơn anh chị nhiều|
    cảm ơn anh nhiều|cảm ơn chị nhiều|cảm ơn em nhiều|cảm ơn bạn nhiều|cảm ơn ông bà nhiều|xin cảm ơn|xin cám ơn|
    đã cảm ơn|chân thành|trân trọng|rất|trân trọng cảm ơn|thank you|thank you very much|
    thank you so much|thanks|thanks a lot|many thanks|thx|tks|ty|谢谢|谢谢你|谢谢您|多谢|感谢|
    非常感谢|谢了|cheers""",
    Sign.GREET: """chào|xin chào|kính chào|alo|a lô|hello|hi|hey|halo|hallo|helo|good morning|good afternoon|
    good evening|good day|there|buổi sáng|buổi chiều|chào buổi sáng|buổi tối|chào buổi tối|嗨|喂|嘿|早|上午好|中午好|
    mọi người|你好|您好|大家好|
    早上好|下午好|晚上好|在吗|哈喽""",
    Sign.ASKS: "吗|hả|hay|hay là|hoặc|or|phải không|đúng không|được không|được chưa|xong chưa|sao|what|how",
    Sign.YES: """có|chính xác|tất nhiên|đương nhiên|hợp lý|nghe hay đó|nghe hay đấy|vâng|ừ|ừm|u|uh|uhm|um|
    đúng|đúng rồi|đúng vậy|chuẩn|phải|phải rồi|ok|oke|okay|okie|oki|
    okela|được rồi|nhất trí|yes|y|yep|yup|yeah|ya|sure|right|that's right|
    that's correct|exactly|precisely|correct|fine|of course|absolutely|definitely|
    indeed|听起来不错|还行|perfect|great|sounds good|looks good|looks right|是|
    是的|好|好的|对|对的|可以|行|嗯|嗯嗯|没错|没问题|当然""",
    Sign.NOT: """không|không bao giờ|không đời nào|không nghĩ vậy|don't think so|不是|不是的|
    không hẳn|hoàn toàn không|never|no way|not really|不行|不可以|不了|
    不必|不需要|不想|不好|hông|hổng|ko|kh|k|hok|kg|khg|chẳng|đừng|đừng có|no|nope|not|don't|dont|do not|isn't|
    isnt|doesn't|不|不用|不要|否|别""",
    Sign.NOT_YET: """chưa|not yet|haven't|hasn't|hasnt|havent|还没|还没有|没|没有|未|尚未|仍未|还未|仍然没有|
    仍没有""",
    Sign.AGREE: "đồng ý|chấp nhận|agree|agreed|i agree|accept|consent|同意|接受",
    Sign.SEND: """gửi|gởi|gửi đi|gởi đi|nộp|xác nhận|gửi đơn|send|submit|confirm|go ahead|file|发送|提交|确认|
    发|发出|送出|发过去|交""",
    Sign.SHOWN: """nêu tên|nêu rõ tên|công khai|công khai tên|hiện tên|để tên|ghi tên|openly|open|show name|
    show my name|with name|with my name|实名|公开|署名""",
    Sign.HIDE: """giấu tên|dấu tên|ẩn tên|che tên|giấu|giấu đi|hide|hidden|hide name|hide my name|隐名|隐藏|
    隐藏姓名|隐藏名字|隐藏我的名字|不公开姓名|不要显示名字|保密""",
    Sign.ANONYMOUS: "ẩn danh|nặc danh|không ai biết|anonymous|anonymously|匿名",
    Sign.CHANGE: "sửa|sửa đổi|chỉnh|chỉnh sửa|đổi|thay đổi|change|edit|modify|correct it|修改|更改|改",
    Sign.DROP: """bỏ|huỷ|hủy|huỷ bỏ|hủy bỏ|xoá|xóa|xoá đi|xóa đi|cancel|drop|delete|never mind|nevermind|
    forget it|取消|删除|算了|作废""",
    Sign.STOP: "thôi|dừng|khỏi|dừng lại|stop|any more|anymore|停",
    Sign.BACK: "quay lại|trở lại|tiếp tục|back|go back|continue|go on|返回|继续|回去",
    Sign.SKIP: "bỏ qua|không đại diện|không đại diện ai|cá nhân|skip|none|跳过|无|没有公司|个人",
    Sign.KNOW: """biết|biết rõ|rõ|chắc|chắc chắn|hiểu|nắm rõ|know|sure which|certain|clear|知道|清楚|确定|晓得|
    了解""",
    Sign.WHICH: """cơ quan|cơ quan nào|sở nào|bên nào|nơi nào|ai|nào|phải gửi ai|gửi ai|gửi cho ai|gửi đâu|
    phải chọn gì|chọn gì|which|who|where|which one|which department|department|哪个|哪个部门|
    哪个机构|选哪个|谁|部门|机构""",
    Sign.STILL: "vẫn|cứ|còn|vẫn còn|still|anyway|仍然|仍|还是|依然",
    Sign.NEW: """việc mới|mới|việc khác|chuyện khác|vấn đề khác|vấn đề mới|vụ mới|vụ việc mới|new|new matter|
    new case|something else|another matter|新|新的|新事项|新事情|新问题|另一件事|别的事""",
    Sign.WITHDRAW: "rút|rút lại|rút đơn|rút hồ sơ|rút vụ việc|withdraw|撤回|撤销|撤",
    Sign.KEEP: "giữ|giữ lại|giữ nguyên|để nguyên|keep|keep it|保留|留着",
    Sign.ADD: "bổ sung|bổ sung thêm|thêm thông tin|add|补充",
    Sign.DONE: """xong|xong rồi|rồi|giải quyết|giải quyết xong|được giải quyết|đã giải quyết|ổn|ổn thoả|
    ổn thỏa|ổn rồi|hoàn thành|hài lòng|tốt|thoả mãn|thỏa mãn|kết quả|solved|resolved|fixed|done|
    settled|sorted|sorted out|all good|works|satisfied|解决|解决好|办好|办完|搞定|处理好|弄好|
    办成|好了|满意|完成""",
    Sign.ALL: "hết|cả|toàn bộ|hoàn toàn|tất cả|xong hết|all|fully|completely|everything|全部|完全|全|都好",
    Sign.PART: """một phần|1 phần|một nửa|phần nào|một ít|chỉ một phần|mới một phần|partly|partially|partial|
    in part|half|some|some of it|部分|一部分|一半|只有一部分""",
    Sign.AT_ALL: "đâu|hề|gì|gì cả|gì hết|gì đâu|at all",
    Sign.MAY: "được|được ạ",
    Sign.WRONG: "sai|sai rồi|nhầm|nhầm rồi|chưa chính xác|wrong|incorrect|not right|错|错了|不对|有误|不正确",
    Sign.WHEN: """bao giờ|khi nào|bao lâu|bao lâu nữa|mấy ngày nữa|chừng nào|đến đâu|đến đâu rồi|tới đâu|
    tới đâu rồi|thế nào rồi|ra sao|ra sao rồi|sao rồi|tình trạng|tình hình|tiến độ|có gì mới|có gì mới chưa|
    tin gì|có tin gì|tin tức|trả lời|phản hồi|hồi âm|ngày nào|lúc nào|hôm nào|when|how long|status|progress|
    any news|news|any update|updates|update|where is|reply|answer|result|results|什么时候|几时|多久|
    进度|进展|怎么样|怎么样了|结果|消息|答复|回复|到哪了|到哪一步""",
    Sign.MEET: """gặp|gặp trực tiếp|nói chuyện|nói chuyện trực tiếp|trao đổi|liên hệ|gọi|gọi điện|gọi lại|
    talk|speak|call|contact|reach|meet|找|联系|转|转接|打电话""",
    Sign.SOMEBODY: """người|người thật|người thiệt|con người|cán bộ|nhân viên|chuyên viên|tư vấn viên|lãnh đạo|
    người phụ trách|phụ trách|human|a human|person|real person|agent|staff|officer|someone|somebody|
    operator|人|真人|bot|robot|机器人|工作人员|负责人|办事员""",
    Sign.PHONE: """số điện thoại|điện thoại|số máy|tổng đài|đường dây nóng|hotline|phone|phone number|telephone|
    customer service|人工|人工客服|客服|电话|电话号码""",
    Sign.BYE: "tạm biệt|hẹn gặp lại|bye|goodbye|bye bye|see you|再见|拜拜",
    Sign.HAVE: "thấy|nhận được|mới chỉ|only|got|received|have|had|只|收到|有",
}
#: words that give two signs at once
_DOUBLE: dict[tuple[Sign, Sign], str] = {
    (Sign.NOT, Sign.AGREE): "từ chối|phản đối|不认同|否定|refuse|disagree|decline|reject|拒绝|反对",
    (Sign.NOT, Sign.KNOW): "chịu|no idea|dunno|unsure|not sure|not certain|不太清楚|不太确定|搞不清楚",
    (Sign.NOT, Sign.DONE): """unsolved|unresolved|nothing changed|nothing|không có gì|không được gì|没用|没解决|没办好|
    不满意""",
}


def _by_phrase() -> tuple[dict[str, tuple[Sign, ...]], dict[str, tuple[Sign, ...]]]:
    """Every phrase with its signs, as it is written and as it is typed without diacritics.

    Typed so, "dung" may be right, stop or do not: what two words share means nothing, and is asked about. A phrase that
    stood twice would hide one of its meanings: ValueError.
    """
    written: dict[str, tuple[Sign, ...]] = {}
    typed: dict[str, tuple[Sign, ...]] = {}
    words: dict[tuple[Sign, ...], str] = {(sign,): phrases for sign, phrases in _WORDS.items()}
    for given, phrases in (words | _DOUBLE).items():
        for phrase in unicodedata.normalize("NFC", " ".join(phrases.split())).split("|"):
            if written.setdefault(phrase.strip(), given) != given:
                raise ValueError(phrase)
    for phrase, given in written.items():
        shared = typed.setdefault(fold(phrase), given)
        if shared != given:
            typed[fold(phrase)] = _OF_TWO.get(frozenset((*shared, *given)), (Sign.EITHER,))
    return written, typed


_OF_TWO: dict[frozenset[Sign], tuple[Sign, ...]] = {
    # "co" is có or cô, and who says cô is polite only
    frozenset({Sign.FILL, Sign.YES}): (Sign.YES,),
}
#: phrase → its signs, as it is written; and as it is typed without diacritics
WRITTEN, TYPED = _by_phrase()
MOST_WORDS = max(len(phrase.split()) for phrase in WRITTEN)
MOST_LETTERS = max(len(phrase) for phrase in WRITTEN if HAN.search(phrase))
