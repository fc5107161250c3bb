"""Which of the three languages a message is in, and text without its diacritics.

No model is loaded: the script decides Chinese, and the build of Vietnamese syllables, whose onsets, vowels and endings
form a small closed grammar, tells Vietnamese from English even where the diacritics were left out.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, cast

Language = Literal["vi", "en", "zh"]
LANGUAGES = ("vi", "en", "zh")

#: Texts shorter than this many words, without a Vietnamese mark, say too little to change the language.
ENOUGH_WORDS = 3
#: A change of language needs this lead, in words; a tie keeps what was spoken before.
CLEAR_LEAD = 0.75


#: Traditional characters and, below each, the simplified ones businesses of the mainland write.
TRADITIONAL = (
    "業電線斷稅務發關報單證書許請問產權貨運車廠幣銀貸款個體戶員資險醫療藥學校師標註冊權專利設備檢驗疫農漁環"
    "廢氣汙髒規劃築橋樑鐵場倉庫費繳續辦類導遊館賓廣傳會議題對話興處罰訴舉偽騙盜竊護簽暫駕駛機門衛員邊檔"
    "撥還賠償補貼損壞換鈔錢帳賬號碼網絡絕緣輸纜訊號軟體無開閉過進們這裡還沒為麼時間應該誰給從後點當將實際"
    "領導幹部員總經濟協調審決執準備註銷營執照變更東長鄉鎮縣區務勞動歲齡壓變壓線桿樓層牆圖紙樹買賣價質量錯"
    "誤讓談約試認識語課師獎勵聯繫繼續紅綠燈禮蓋請願復雜舊屆屬島灣陽陰雲龍鳳麵飯館飲餅鹽糧豬雞魚蝦菸酒潔淨"
)
SIMPLIFIED = (
    "业电线断税务发关报单证书许请问产权货运车厂币银贷款个体户员资险医疗药学校师标注册权专利设备检验疫农渔环"
    "废气污脏规划筑桥梁铁场仓库费缴续办类导游馆宾广传会议题对话兴处罚诉举伪骗盗窃护签暂驾驶机门卫员边档"
    "拨还赔偿补贴损坏换钞钱账账号码网络绝缘输缆讯号软体无开闭过进们这里还没为么时间应该谁给从后点当将实际"
    "领导干部员总经济协调审决执准备注销营执照变更东长乡镇县区务劳动岁龄压变压线杆楼层墙图纸树买卖价质量错"
    "误让谈约试认识语课师奖励联系继续红绿灯礼盖请愿复杂旧届属岛湾阳阴云龙凤面饭馆饮饼盐粮猪鸡鱼虾烟酒洁净"
)


def _fold_table() -> dict[int, str | None]:
    """Latin letters to their base, combining marks to nothing, full-width forms to ASCII, traditional to simplified."""
    table: dict[int, str | None] = dict.fromkeys(range(0x300, 0x370))
    table |= {code: unicodedata.normalize("NFKC", chr(code)).lower() for code in range(0xFF01, 0xFF5F)}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii():
            table[code] = base.lower()
    table |= {ord(old): new for old, new in zip(TRADITIONAL, SIMPLIFIED, strict=True)}
    return table | {ord("đ"): "d", ord("Đ"): "d"}


FOLD = _fold_table()


def fold(text: str) -> str:
    """The text in lower case and without diacritics (đ becomes d), as people type it in a hurry."""
    return text.lower() if text.isascii() else text.lower().translate(FOLD)


#: Web and mail addresses, handles, commands, case codes and anything with a digit: no language of its own.
NO_LANGUAGE = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|[@/]\w+|[A-Za-z_]*[#\d][A-Za-z\d_/.-]*|\b[A-Za-z]/[A-Za-z]\b")
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
    software hs co cv deadline feedback report admin group chat post ship shipper xuat token ad sim pos otp usb
    camera laptop zalo facebook fb tiktok shopee livestream cont seal logo led demo test tour video clip list
    """.split()  # noqa: SIM905 (a list of words reads best as one)
)
NEITHER = frozenset(
    """
    a i an to no so do me in on can hang he be ha am are bay tin ban ten men may con dung than ta them
    """.split()  # noqa: SIM905 (a list of words reads best as one)
)


def detect(text: str, earlier: str | None = None) -> Language:
    """The language of a message; the earlier one (else Vietnamese) when the message does not clearly say."""
    bare = unicodedata.normalize("NFC", NO_LANGUAGE.sub(" ", text))
    words = WORD.findall(HAN.sub(" ", bare))
    before = cast("Language", earlier) if earlier in {"vi", "en", "zh"} else None
    han = len(HAN.findall(bare))
    if han and han >= len(words):  # a character says about as much as a word
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
    if word in LOANED or word in NEITHER:
        return 0.0
    if word in ENGLISH:
        return -1.2
    if word in VIETNAMESE:
        return 0.8
    if len(word) == 1:
        return 0.0
    return 0.3 if SYLLABLE.fullmatch(word) else -0.5
