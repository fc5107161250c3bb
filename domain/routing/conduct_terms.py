"""What people speak of when they complain about officials, in the words they use for it, often a roundabout way.

A term says little by itself; which of them together speak of misconduct is learnt (domain/routing/conduct.py).
"""

from __future__ import annotations

#: Idea → the words for it; the longest of those that overlap counts. "#" stands for digits: 5tr is written #tr.
#: "certain" ones are enough where nothing speaks against it; "harmless" ones only hide the words within them.
TERMS = {
    "certain": """
nhũng nhiễu|sách nhiễu|vòi vĩnh|vòi tiền|vòi thêm|lót tay|tiền bôi trơn|phí bôi trơn|đòi hối lộ|nhận hối lộ|ăn hối lộ
đòi phong bì|gợi ý phong bì|có phong bì|đưa phong bì|hạch sách|hách dịch|cửa quyền|lộng quyền|lạm quyền
lợi dụng chức vụ|trù dập|tham nhũng|ngâm hồ sơ|làm tiền doanh nghiệp|hành doanh nghiệp|gây khó dễ
chi phí không chính thức|tiền trà nước|tiền cà phê|phải có phong bì|voi vinh|voi tien|lot tay|doi phong bi|doi hoi lo
nhan hoi lo|hach dich|hach sach|loi dung chuc vu|ngam ho so|gay kho de|tham nhung|dua phong bi|co phong bi|kẹp tiền
dúi tiền|nhét tiền|kẹp phong bì|asked for a bribe|demand a bribe|demand bribes|bribe|bribes|bribery|kickback|kickbacks
under the table|facilitation payment|grease money|tea money|coffee money|extort|extorted|extorting|informal payment
informal payments|informal charge|informal charges|abuse of power|corrupt official|corrupt officials|corrupt officer
索贿|索要红包|索要好处|受贿|好处费|茶水费|故意刁难|刁难企业|吃拿卡要|滥用职权|收黑钱|不送礼|不送禮|塞钱
""",
    "official": """
giám đốc trung tâm|giám đốc chi nhánh văn phòng đăng ký|giám đốc ban quản lý|giám đốc kho bạc|giam doc so
giam doc trung tam|phó chủ tịch|chủ tịch|trưởng thôn|trưởng bản|văn thư|trực chốt|đội trật tự|trật tự|kiểm tra viên
người xét duyệt|người chấm|người thẩm định|người kiểm tra|thanh tra|cán bộ thuế|phó chủ nhiệm|bộ phận|viên chức
team leader|customs|chairman|ranger|auditor|village head|村干部|镇长|主任|队长|检查的人|办事的人|审核|cán bộ|công chức
chuyên viên|nhân viên|thanh tra viên|kiểm soát viên|lãnh đạo|sếp|trưởng phòng|phó phòng|giám đốc sở|phó giám đốc
chủ tịch xã|chủ tịch phường|đội trưởng|trưởng đoàn|đoàn|đoàn kiểm tra|đoàn thanh tra|tổ kiểm tra|đội kiểm tra
người tiếp nhận|người thụ lý|người ký|người ký giấy|người tiếp dân|quan chức|công an|trưởng công an|csgt|cảnh sát
quản lý thị trường|qltt|kiểm lâm|kiểm dịch|biên phòng|hải quan|bên thuế|địa chính|đo đạc|thẩm định|giám định viên
đăng kiểm viên|một cửa|tiếp nhận|cb|cbcc|nv|nvien|ở quầy|phụ trách|anh phụ trách|quản lý địa bàn|quản lý chợ|cơ quan
ở chốt|chốt|tổ chuyên gia|hội đồng|phường|ban quản lý|hạt trưởng|cục trưởng|chi cục trưởng|thủ trưởng|đồng chí
đăng kiểm|điều hành bãi|thuế|thư ký|đội|tổ công tác|người có thẩm quyền|officer|officers|official|officials|inspector
inspectors|clerk|clerks|staff|guard|guards|policeman|police|tax man|surveyor|section head|head of the section|the boss
the window|the counter|the man in charge|checkpoint|appraiser|reviewer|chief|deputy|authorities|soldier|soldiers|官员
干部|工作人员|公务员|办事员|检查人员|检查组|执法|警察|领导|科长|处长|局长|所长|专管员|窗口|查车|关卡|边检|海关|负责人
办证|审批|评委
""",
    "person": """
anh ta|anh ấy|ông ấy|ông ta|ông này|bà ấy|bà ta|chị ấy|cô ấy|cô ta|ổng|bả|ảnh|mấy ổng|mấy anh|mấy ông|mấy chị|các anh
các ông|anh em|ông kia|bà kia|anh kia|bà chị|anh j|tụi nó|nó|họ|bọn họ|bọn này|người ta|có người|người nhận
người bên trong|người trong|chú ở|anh bên|chị bên|cô ở|ông|bà|mấy sếp|a ấy|a phụ trách|ho bao|ho doi|ho noi|ho bat
noi voi ho|ho co|ho lay|phia ben do|vị|vị này|he|she|him|his|her|they|someone|somebody|the man|the woman|this man
the lady|他|她|他们|那个人|有人|的人|人家|某
""",
    "sum": """
tiền|triệu|tr|#tr|#triệu|củ|#củ|nghìn|ngàn|#k|trăm|phần trăm|đồng|tiền mặt|chuyển khoản|stk|tài khoản|số tiền
khoản tiền|mot trieu|hai trieu|ba trieu|nam trieu|muoi trieu|trieu|hai tram|ba tram|nam tram|tien|tien mat
chuyen khoan|# trieu|# tram|phan tram|một ít|ít tiền|million|millions|thousand|dollars|vnd|dong|money|cash|sum|percent
fee|price|钱|万|现金|转账|汇款|费|百分之|美元|人民币
""",
    "bribe": """
chi phần trăm|chia phần trăm|doi chia|gợi ý chi|dui vao|dúi vào|nhận của tôi|ghi biên lai một|củ mới|củ là|triệu mới
trăm mới|tr mới|trieu moi|tram moi|chục mới|#tr mới|#k mới|tự nguyện dữ|phần trăm mới|money first|gạ tiền|tiền tuần
gửi tiền|chia đôi|chia doi|ngoài phiếu thu|rieng cho ong ay|giá mười|top up|topping up|payable to|skipping the queue
skip the queue|left an envelope|afterwards it moved|充值|辛苦钱|额外|塞了红包|烟钱|加班费给|phong bì|lót tay|bôi trơn
bồi dưỡng|tiền bồi dưỡng|lo lót|làm luật|tiền luật|luật lá|chung chi|chung tiền|hối lộ|đút lót|mãi lộ|tiền cà phê
tiền trà|tiền nước|tiền xăng|xăng xe|tiền uống nước|tiền ăn sáng|đổ xăng|ly cà phê|lì xì|ăn tiền|vòi|vòi tiền|vòi vĩnh
vòi thêm|ăn chặn|cắt phế|tiền phế|cống nạp|lại quả|trích lại|cắt lại|chi thêm|ngoài quy định|chi phí không chính thức
không chính thức|tham nhũng|tham ô|trục lợi|vụ lợi|mua chuộc|phí nhanh|tiêu cực|tiêu cực phí|tiền tiêu cực|tiền ngoài
chi ngoài|chạy chọt|bao thư|bì thư|chuộc|bảng giá ngầm|giá ngầm|ra giá|bribe|bribes|bribery|envelope|envelopes
kickback|kickbacks|tea money|coffee money|fuel money|lunch money|facilitation|grease|under the table|extra money
informal payment|informal payments|informal charges|pay extra|something extra|private fee|extort|extorted|corrupt
corruption|pay him|pay her|pay them|paid him|named a sum|named a price|cut the|红包|好处费|好处|茶水费|辛苦费|快速费
回扣|索贿|受贿|贿赂|行贿|塞钱|塞了|收钱|收了钱|要钱|送钱|给钱|吃拿卡要|打点|提成|加急费|保护费|意思意思|意思一下|腐败
黑钱
""",
    "gift": """
di an|đi ăn|mời đoàn|moi doan|mời đi|chở hàng free|chở hàng miễn phí|chở không công|sponsoring|year-end party
khoản đóng góp|mời đoàn ăn|tiền cơm|bữa nhậu|nhậu xong|nhậu nữa|trà sữa|hoa quả|két bia|bao xi măng|nhậu rồi|đi nhậu
seafood|a bottle|bottle|海鲜|quà|biếu|tặng|cây thuốc|thuốc lá|thuốc lào|rượu|chai rượu|bia|chầu|nhậu|ăn nhậu|mời cơm
bữa cơm|bữa trưa|bữa tối|ăn trưa|ăn tối|ăn uống|bữa|tiếp đãi|liên hoan|karaoke|chiêu đãi|mời khách|tài trợ|ủng hộ
ung ho|tự nguyện|đóng góp|mua vé|thẻ điện thoại|nạp thẻ|chân giò|đặc sản|giỏ quà|cây cảnh|hộp bánh|moi com|ruou
an nhau|uong bia|bua trua|qua tet|co qua|chut qua|cay thuoc|bua com|dac san|bieu|bia boc|tai tro|trà nước|gift|gifts
present|presents|lunch|dinner|meal|meals|drinks|cigarettes|whisky|sponsor|donation|donate|holidays|party|restaurant
treat|礼|送礼|送禮|禮|礼品|礼物|烟|酒|吃饭|请客|请吃饭|吃喝|赞助|聚餐|过年|过节|东西|饭局
""",
    "euphemism": """
biết điều|hiểu ý|hiểu chuyện|biết ý|tự hiểu|tự biết|có lòng|tấm lòng|thành ý|tình cảm|chút gì|tí chút|chút ít|ít nhiều
chia sẻ khó khăn|cảm ơn trước|cảm ơn anh em|lệ làng|biết cách|cư xử|cách cư xử|suy nghĩ thêm|suy nghĩ cho kỹ|nghĩ ra
linh động|linh hoạt|nói chuyện riêng|gặp riêng|ra quán|tay không|anh em vui|khi nào vui|tính sau|đi cửa sau|cửa sau
nói khó|nhờ vả|xin xỏ|biết đường|có qua có lại|dễ nói chuyện|lo liệu|bôi|lo cho|làm việc riêng|sau giờ|biet dieu
hieu y|hieu chuyen|tu hieu|tinh cam|co long|bo qua|chut gi|suy nghi them|noi chuyen rieng|gap rieng|ra quan|y la
biet cach|gratitude|grateful|show some|appreciate|appreciation|thank him|understand each other|the usual|arrangement
arrange|settle|privately|personally|make it easy|speed things|speed up|shorten|up to us|would end|go away
look the other way|let it go|懂事|表示|表示一下|通融|私下|私了|规矩|好说话|关照|打招呼|行个方便
""",
    "give": """
cầm của|nhận của|nhận tiền|nhan tien|lấy tiền|thu tiền riêng|thu riêng|nhét cho|vào tay|lặng lẽ đưa|đưa|dúi|nhét|kẹp
nhét tiền|đưa tiền|kẹp tiền|dúi tiền|để lại|gửi riêng|nộp riêng|trả riêng|bỏ ra|chi|chung|lót|dui vao|dua tien
kep tien|nhet|de lai|nop rieng|bắt tay|đóng riêng|chuyển riêng|phải chi|phai chung|phai dua|phai bieu|phai nop|slip
slipped|hand over|pay|pays|paid|give|collects|take|takes|塞|给|送|付|交|收
""",
    "demand": """
doi phai|bat phai|bat nop|bắt nộp|bat dung|doi chia|doi dua|đòi|xin|gợi ý|nói thẳng|bóng gió|ám chỉ|nói khéo|nói nhỏ
nhắc nhỏ|ra giá|ép|bắt|buộc|bảo|kêu|yêu cầu|hẹn ra|vòi|hỏi xin|gây sức ép|nhắn tin|gạ|ra điều kiện|ngỏ ý|noi thang
goi y|am chi|noi nho|doi them|xin them|nhan tin|doi tien|xin tien|bong gio|bao la|bao phai|nói bóng|asked|ask|asks
demand|demands|demanded|hint|hints|hinted|want|wants|wanted|told|said|says|suggested|offered|insists|insisted
recommended|requests|expects|expected|要|索要|索取|暗示|让|叫|要求|说|提出|伸手|逼|强迫
""",
    "outcome": """
ký|ký giấy|chữ ký|đóng dấu|lấy dấu|đóng mộc|duyệt|cho qua|cho đi|thông quan|nghiệm thu|giải ngân|trả luôn|ký ngay
giấy ra|có giấy|có kết quả|kết quả|xong|nhanh|được ký|đạt|cho phép|thông qua|xác nhận|cấp phép|xong sớm|hôm sau
chiều có|đi tiếp|bớt|giảm|khỏi phải|dong dau|ky|duyet|cho di|nghiem thu|thi xong|moi xong|hom sau|moi duyet|moi ky
moi cho|xác nhận đơn|sign|signed|signature|stamp|approve|approved|approval|permit|licence|license|release|pass|passes
let us|next day|faster|quicker|same day|reduce|cut|办|批|批准|盖章|放行|通过|签字|审批|手续|第二天|马上|验收|办成|开箱
盖
""",
    "only_if": """
moi xong|moi cho|moi duyet|moi ky|moi duoc|moi giai quyet|thi moi|moi nghiem thu|moi lam|moi nhanh|mới giải ngân
mới ký|mới duyệt|mới cho|mới làm|mới xong|mới đóng|mới|thì mới|không thì|không có thì|còn không|nếu không|chừng nào
muốn|phải có|đến khi|đến lúc|lúc nào|auto|ai không|ai không đưa|không đưa thì|không có|đưa rồi|xong rồi|khong thi
khong co thi|khong co|neu khong|con khong|phai co|den khi|muon|roi thi|unless|until|if|otherwise|without|no|only
only if|depended|depends|or else|in exchange|condition|才|否则|不然|不给|不送|就|先
""",
    "no_receipt": """
không biên lai|không có biên lai|ko biên lai|ko có biên lai|không hóa đơn|không có hóa đơn|không có phiếu
không phiếu thu|không chứng từ|không có chứng từ|không giấy tờ|không có giấy tờ|không viết phiếu|không đưa vé
không ghi phiếu|không vé|khong bien lai|khong co bien lai|khong hoa don|khong ve|không lập biên bản
không có quyết định|không quyết định|no receipt|without a receipt|without receipt|never writes a receipt|no paper
no invoice|without any written|without a written|off the books|not at the cashier|没有收据|不给收据|没收据|没有票据
不开票|无收据|不开收据|不开罚单|没有发票
""",
    "rude": """
đòi ngồi|xưng mày|tao xử|cho biết tao|lời lẽ xúc phạm|khoanh tay|như học trò|cười bảo|xưng tao|tao|tụi bây|tui bay
con này|con nay|thằng này|tay doi|tay đôi|chữ viết xấu|nói linh tinh|xin chửi|chửi tài xế|bằng những lời
không thể nhắc lại|waved us away|waved me away|peasants|looked down|called us|called me|told us to shut|spat|闭嘴
土包子|乡巴佬|羞|笑话|不理|quát|quát tháo|mắng|mắng mỏ|chửi|chửi bới|xúc phạm|hách dịch|hống hách|thô lỗ|thô tục
tục tĩu|nạt|gắt|gắt gỏng|cáu|lườm|lườm nguýt|khinh|khinh thường|coi thường|miệt thị|mỉa mai|ném|quăng|vứt|đập bàn|đuổi
đuổi ra|đuổi về|thái độ|cười khẩy|cười nhạt|cười cợt|bĩu môi|mày tao|ngu|dốt|mặt nặng|chỉ tay|xua tay|lời lẽ|sỉ nhục
lăng mạ|hỗn|láo|vô lễ|vô văn hóa|trịch thượng|cửa quyền|nhìn từ đầu đến chân|bấm điện thoại|chơi game|không thèm|thờ ơ
vô cảm|nói chuyện như|nói trống không|quan liêu|lên mặt|ra oai|tát|loại như|biết tôi là ai|toi la ai|biet toi la ai
như chủ nợ|không biết đọc|bi quat|quat mang|quat thao|xuc pham|hach dich|hong hach|dap ban|nem ho so|nem|duoi ra
duoi khoi|duoi ve|xung may|may tao|thai do|coi thuong|noi nang|cuoi khay|bi chui|chi tay|hach sach|hạch sách|hạch họe
đi mà kiện|rude|rudely|shouted|shout|shouts|yelled|yell|insult|insulted|insulting|stupid|threw|throw|laughed|mocked
snap|snaps|arrogant|humiliated|humiliating|sneered|swore|cursed|attitude|banged|slammed|sent away|in front of
ignored us|contempt|骂|骂人|辱骂|吼|吼叫|态度|蛮横|傲慢|拍桌子|滚|扔|瞧不起|看不起|侮辱|羞辱|冷嘲热讽|大声|训斥|没资格
恶劣|粗暴|摔|嘲笑|爱理不理|不耐烦
""",
    "threat": """
cho đóng cửa|dọa đóng cửa|bắt đóng cửa|cho dong cua|bị kiểm tra liên tục|bị kiểm tra ba lần|inspected four times
inspected again|被查了|xuống kiểm tra liền|xuống ktra liền|xuong kiem tra|trăm thứ phạt|đừng trách|đừng nói
còn muốn làm ăn|muốn làm ăn|xuống phạt|phạt liền|đến tận nhà|trùng hợp|gọi lên làm việc|rút đơn|rut don|gọi riêng
liên tục bị kiểm tra|tuan sau bi|withdraw|withdraw my complaint|never pass again|who decides|regret|撤诉|别想|等着瞧
小心点|走着瞧|dọa|đe dọa|đe|hăm|hăm dọa|trù dập|trù|trả thù|đì|dẹp tiệm|rút giấy phép|nhớ mặt|cho nghỉ|gây sức ép
kiểm tra bất thường|kịch khung|giữ xe|giữ giấy tờ|làm to chuyện|khó sống|sợ bị|ép ký|doa|bi doa|de doa|tra thu|tru dap
rut giay phep|nho mat|giu xe|giu giay to|bi tra thu|so bi|kiem tra bat thuong|là luật|la luat|biết tay|liệu hồn
coi chừng|muon kien|muốn kiện|threat|threaten|threatens|threatened|threatening|retaliation|retaliate|punish|punished
shut us down|close us down|revenge|afraid|blackmail|pressure|harass|harasses|harassed|harassment|keeps our|威胁|恐吓
报复|关门|吊销|整我们|小鞋|找茬|找麻烦|害怕|不敢|扣车|扣押
""",
    "stalling": """
cố tình|cố ý|ngâm|ngâm hồ sơ|giấu|ngăn kéo|hành|gây khó|gây khó dễ|làm khó|khó dễ|nhũng nhiễu|sách nhiễu|kiếm cớ
tìm cớ|kiếm chuyện|bịa|vẽ|vẽ ra|vặn|vặn vẹo|hoạnh họe|bới|bới móc|soi|soi từng|tìm lỗi|bắt bẻ|gây phiền hà|phiền hà
hành dân|làm mất|dây dưa|trì hoãn|viện cớ|lấy cớ|bắt lỗi|vô lý|lỗi lặt vặt|hành hạ|cản trở|làm tình làm tội|lợi dụng
lạm quyền|lộng quyền|tự ý|chặn|chèn ép|co tinh|co y|ngam ho so|gay kho|lam kho|kho de|nhung nhieu|sach nhieu|kiem co
kiem chuyen|bat be|tim loi|lam mat|gay phien ha|loi dung|hanh dan|chan|khong dau vao dau|bịa ra|đi lại nhiều lần
deliberately|on purpose|drawer|invent|invents|inventing|lose our|untouched|excuse|excuses|find fault|found some
finds a|trivial|pretext|again and again|keeps coming|makes us come|stalling|obstruct|abuse|abuses|故意|刁难|拖着|拖延
压着|压在|抽屉|卡着|卡我们|为难|推脱|借口|滥用|挑毛病|退回|跑了|一直被退|收黑
""",
    "favouring": """
phải qua cò|phai qua co|phải qua đúng|phai qua dung|phải qua người|phai qua nguoi|chỗ vợ|công ty vợ|ép mua|bắt mua
hang cua nguoi quen|nhờ người|cố tình ghi sai|侄女|外甥|亲属|关照自己|niece|uncle|sister|his cousin|in his family
con cháu|toàn con cháu|đúng người|xe quen|xe lạ|chồng của|vợ của|quen trong|có người quen|bat dung|than quen
thân thích|ưu ái|vé số|mua tranh|mua lịch|mua tranh cua|phải nhờ|nhờ trung gian|người đó giới thiệu|người nhà
nguoi nha|người quen|nguoi quen|khách quen|khach quen|quen biết|quen biet|quan hệ|em trai|em vợ|anh vợ|em rể|con rể
cháu|chau ong|chau sep|cháu sếp|anh ruột|anh ruot|chị gái|vợ sếp|vợ ổng|ban sep|họ hàng|thân quen|người thân|sân sau
san sau|thiên vị|thien vi|móc nối|moc noi|thông đồng|thong dong|bắt tay|chia lại|chia lai|cò|cò mồi|môi giới
giới thiệu|chỗ họ|công ty của|chỉ định|phân biệt|bao che|bảo kê|dung túng|lợi ích nhóm|quân xanh|cho đủ ba|chạy giấy
đi cửa|người trúng|trúng thầu|được chọn|goi truoc|vào trước|vao truoc|phải mua|phai mua|phải thuê|phai thue|buộc mua
cty tu van|cong ty tu van|cousin|brother|wife|nephew|relative|relatives|in-law|friend|friends|connections|connected
broker|brokers|fixer|middleman|consultant|favouritism|favoritism|collude|colluding|know the boss|insider|recommended
亲戚|弟弟|哥哥|老婆|妻子|侄子|关系|关系户|熟人|认识|黄牛|中介|介绍|指定|串通|勾结|内定|一伙|偏袒|插队|包庇|他家|自家
""",
    "leak": """
cho đối thủ xem|đã biết tên|biết tên tôi|lam lo|làm lộ|cho bên kia xem|showed our|告诉竞争对手|我们的报价|lộ|bị lộ
để lộ|tiết lộ|lộ tên|lộ thông tin|rò rỉ|danh tính|người phản ánh|bi lo|tiet lo|lo ten|lo thong tin|gọi điện chửi
báo lại cho|mách|leak|leaked|leaks|disclosed|told our competitor|revealed|in confidence|passed on our|泄露|透露|泄密
告诉了|匿名
""",
    "taking": """
nợ tiền|nợ tiền cơm|không bao giờ trả|tự lấy|lấy về|lấy của|xin thu|hốt luôn|lay cua|handed us the bill
left us the bill|the bill|kept several|kept some|took some|took several|挂账|不结|拿走了|占为己有|không trả tiền
ko trả tiền|khong tra tien|ký sổ|ghi sổ|cầm luôn|lấy luôn|mang về|chia nhau|lấy hàng|ăn không|bắt tôi trả|bat toi tra
thanh toán hộ|bảo công ty thanh toán|lấy mấy|lay may|tự ý mang|ăn xong|never pays|never paid|without paying
forget the bill|did not pay|took home|helps himself|on the house|不付钱|不给钱|不买单|白吃|拿走|带走|顺走
""",
    "indecent": """
đi chơi riêng|rủ tôi|rủ đi|sàm sỡ|quấy rối|gạ gẫm|uống rượu say|nồng nặc|say xỉn|tục tĩu|quay roi|ru di choi
say ruou den|sexual|asked her out|out for dinner|touched|drunk|harassment|骚扰|动手动脚|喝醉|醉
""",
    "witness": """
ghi âm|còn giữ tin nhắn|còn tin nhắn|con tin nhan|ghi lại|giấu tên|giữ bí mật|giữ kín|lộ tên|phản ánh ai|gửi ai|báo ai
bức xúc|ức|tức|chịu hết nổi|phản ánh việc|phản ánh thái độ|phản ánh hành vi|tố cáo|v v phản ánh|chấn chỉnh
xử lý cán bộ|tác phong|hành vi|làm rõ việc|secret|anonymous|recording|keep my name|evidence|witness|is it normal|反映
举报|投诉|录音|保密|匿名
""",
    "refused": """
từ chối|không chịu|ko chịu|không đồng ý|không mua|không mang|không biếu|không đưa|không góp|không đáp ứng|góp ý
than phiền|khiếu nại|lên tiếng|gửi đơn|phản ánh xong|hỏi căn cứ|tu choi|khong chiu|khong mua|gop y|gui don|len tieng
khong bieu|khong dua|refuse|refused|declined|complained|objected|asked for the rule|拒绝|不肯|投诉后|不买
""",
    "not": """
không hề|ko hề|không đòi|không vòi|ko vòi|không nhận|ko nhận|không lấy|ko lấy|ko chịu lấy|không ai đòi|không mất
không gây|không bắt bẻ|chưa từng|từ chối nhận|không uống|khong he|khong doi|khong nhan|khong voi|khong lay|khong mat
khong gay|không tốn|tự lo|tu lo|tự trả|did not ask|nobody asked|never asked|no one asked|without asking|没有收|没有要
不收|不要|没有索|没有刁难|自己付|没有任何
""",
    "proposal": """
đề nghị lập|đề nghị mở|đề nghị tỉnh|kiến nghị|nên có|nên cấm|nên công khai|các đoàn nên|mong có|góp ý|đường dây nóng
hòm thư|camera|tập huấn|bồi dưỡng kỹ năng|cấm|luân chuyển|công khai|phòng chống|chống|bảng chấm điểm|giám sát
số điện thoại tiếp nhận|tốt quá|duong day nong|nen co|nen cam|nen luan chuyen|de nghi co|de nghi lap|mong co
luan chuyen|cam can bo|giu kin ten|please set up|should|hotline|training|cameras|proposal|suggest that|publish
anti-bribery|建议|希望|热线|公开|防止|设立|培训
""",
    "thanks": """
cảm ơn|cám ơn|trân trọng cảm ơn|biết ơn|hài lòng|nhiệt tình|tận tình|lịch sự|mừng|nể|tốt|rất tốt|nhẹ nhàng|chu đáo
rõ ràng|vui tính|hiền|thương ghê|đúng giờ|lich su|nhiet tinh|cam on|hai long|de chiu|dễ chịu|thanks|thank you|polite
helpful|friendly|kind|kindly|patient|patiently|correct|excellent|谢谢|感谢|热情|耐心|规矩|很好|客气|效率
""",
    "outsider": """
supervisor|receptionist|lễ tân|chủ đầu tư tư nhân|tư nhân nợ|chui boi nhan vien|khach say|khách say|gang|men in plain
lạ mặt|nhóm lạ|số lạ|tự xưng|công ty môi giới|劳务公司|lừa gạt|khách|khách hàng|ngân hàng|đối tác|nhà thầu|thầu phụ
thương lái|luật sư|siêu thị|công chứng|văn phòng công chứng|bốc xếp|bốc vác|hàng xóm|giang hồ|côn đồ|đại lý
nhân viên cũ|giả|lừa|đòi nợ|thu hồi nợ|lừa đảo|phụ huynh|người lạ|đối tượng|chủ nhà|hợp tác xã bốc|tư nhân|thương mại
bảo hiểm nhân thọ|tổng đài|cty tài chính|bến xe|nhà xe|nhân viên của|quản đốc|giam duoc|khach|khach hang|ngan hang
doi tac|nha thau|thuong lai|gia lam|doi no|nguoi la|luat su|ban trộm|đối thủ|chủ hàng|ban tổ chức|hướng dẫn viên
customer|customers|client|supplier|contractor|bank|porter|porters|competitor bribes|debt collectors|impersonating
touts|tourists|supermarket|landlord|客户|银行|装卸工|合作方|供应商|冒充|讨债|采购员|游客|拉客|房东
""",
    "harmless": """
dược sĩ phụ trách|người phụ trách chuyên môn|kế toán phụ trách|mua bao|mua bão|làm luật sư|lam luat su|xây dựng luật
phụ trách kế toán|thủ tục phụ trách|tủ lạnh|bồi dưỡng bằng hiện vật|ruou chui|say rượu|say ruou|so ghi|ghi số|bên kia
do dat|hai hộ|chi so|nấu ăn|bia mộ|thue tai san|mua hóa đơn|mua hoa don|mua bảo hiểm|soi hộ chiếu|soi cửa
đi qua thẩm định|lớp bồi dưỡng|lop boi duong|bồi dưỡng kỹ năng|bồi dưỡng độc hại|boi duong bang hien vat
bồi dưỡng nghiệp vụ|tập huấn bồi dưỡng|quán cà phê|quan ca phe|hạt cà phê|cà phê hòa tan|bao lì xì|hộp quà|quà tặng
quà lưu niệm|qua luu niem|tặng quà|quà biếu tặng|hàng biếu tặng|biếu tặng|dầu bôi trơn|dau boi tron|mỡ bôi trơn
dầu nhớt bôi trơn|in phong bì|túi quà|gift box|gift boxes|gift shop|gift voucher|paper envelope|paper envelopes
phòng chống tham nhũng|phòng, chống tham nhũng|chống tham nhũng|anti corruption|anti bribery|微信红包|反腐败|nấu rượu
ruou men la|rượu men|sản xuất rượu|bia hơi|nhà máy bia|mua bán rượu|rượu nhập|lễ hội|máy soi|soi chiếu|soi đèn
phần mềm quản lý|bị thu hồi|xe soi|cho qua cầu|giữ nguyên|quà tết cho công nhân|tiền gửi|phiếu bổ sung|thuốc lá lậu
đại lý bia|đại lý rượu|thuốc lá điếu|thương mại điện tử|tu van phap luat|rửa tay|ghi so|chung chi so cap|co chung chi
""",
    "ordinary": """
lệ phí|phí|hóa đơn|biên lai|bảng giá|phạt|nghị quyết|thủ tục|bổ sung|giấy tờ|loại giấy|thiếu giấy|giải trình|chứng từ
thời hạn|quá hẹn|phần mềm|hệ thống|tờ khai|văn bản|có được|bao nhiêu|ở đâu|có phải|bo sung|huong dan|thu tuc|hoa don
bien lai|le phi|giay to|xin phep|the nao|o dau|can giay|documents|receipt|invoice|tariff|guidance|form|forms|copies
deadline|system|website|补充|材料|系统|怎么|多少|收据|罚款|申报|哪里
""",
}

#: Without their diacritics these are other words, too (chứng chỉ, ghi số, nhưng nhiều): they say nothing there.
DOUBTFUL_FOLDED = frozenset(
    {"chung chi", "ghi so", "an tien", "tham o", "dong dau", "y la", "nhung nhieu", "co y", "mua ve", "ban sep"}
)
