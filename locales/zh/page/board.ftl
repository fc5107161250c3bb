## The board: the way in

board-title = 跟踪看板
board-door = 查看看板需要登录链接
board-door-how = 请在本单位、工作组或领导的群聊中输入 { $command }，系统会私下发送一次性链接。
board-door-why = 无需密码。会话在数小时后自动关闭，群聊解除绑定时也会关闭。
board-link = 打开看板
board-link-once = 此链接只能使用一次，仅限本设备。请按按钮打开。
board-link-open = 打开看板
board-link-over = 链接已使用或已失效
menu-board = 看板
board-role-task-group = 工作组
board-role-leadership = 领导
board-skip = 跳到主要内容
board-pages = 看板各页

## Pages

board-now = 当前
board-cases = 事项
board-trends = 趋势
board-departments = 各单位
board-topics = 领域
board-places = 地区
board-hours = 提交时间
board-signals = 共性问题
board-tasks = 指示与项目
board-directives = 执行中的指示
board-projects = 有未结事项的项目
board-no-projects = 没有项目有未结事项。
board-project = 项目
board-oldest = 等待自
board-capital = 资本，百万越盾
board-as-of = 截至 { $at }
board-meanings = 各项数字如何计算
board-basis = 计算依据：{ $basis }。
board-download = 下载此表：
board-not-drawn = 未能生成 Excel 文件，请重试或下载 CSV 文件。
board-nothing = 此期间没有事项。
board-period = 期间
board-name-week = { $year }年第{ $n }周
board-name-month = { $year }年{ $n }月
board-name-quarter = { $year }年第{ $n }季度
board-name-year = { $year }年
board-this-week = 本周
board-this-month = 本月
board-this-quarter = 本季度
board-this-year = 今年

## Now

board-what = 内容
board-open = 办理中
board-overdue = 已逾期
board-soon = 即将到期
board-unaccepted = 尚无人受理
board-asked = 等待企业
board-paused = 期限暂停
board-appeal = 企业要求复查
board-imported = 来自原有清单
board-basis-now = 页首所示时刻
board-open-means = 单位尚需办理的事项，包括等待企业补充的。
board-overdue-means = 已过期限的办理中事项；到期前已询问企业的，期限暂停，不计入。
board-soon-means = 办理中、未逾期、期限正在计算、三个工作日内到期的事项。
board-unaccepted-means = 新提交或重新办理、尚无工作人员受理的事项。
board-asked-means = 等待企业答复单位询问的事项。
board-appeal-means = 企业至少一次表示未解决、仍在办理中的事项。
board-imported-means = 从机关原有清单导入的事项，无论是否办结；不计入其他任何数字。
board-ages = 办理中事项的等待天数
board-ages-lead = 自企业提交起按工作日计算。难办的事项未结时，已结事项的平均数会显得更好，因此也要看未结事项。
board-age = 已等待
board-with-whom = 在哪个单位
board-department = 单位
board-order-official = 按省内目录顺序排列，并非排名。
board-nothing-open = 没有办理中的事项。

## Trends

board-trends-lead = 最近十二个完整期间；进行中的期间尚不可比，故不绘制。
board-by-week = 按周
board-by-month = 按月
board-flow = 接收与答复
board-links-as-now = 各期间按其结束时的状况计算。数字后的列表显示事项的现状。
board-line-received = 接收事项数
board-line-on-time = 按期答复比例
board-received-lead = 水平线为本序列自身的平均值；虚线为通常波动的界限（平均值 ± 2.66 × 平均移动极差）。
board-on-time-lead = 在原期限内答复的数量占已答复数量的百分比。答复少于 10 件的期间不绘制。
board-own-mean = 平均
board-usual-up-to = 通常不超过
board-usual-from = 通常不低于
board-limits-are = 平均 { $mean }，通常在 { $low } 至 { $high } 之间。方块表示超出界限的期间。
board-limits-few = 尚不足十二个期间，无法判断何为通常；只绘制各点。
board-judgement = 判断
board-usual = 通常
board-unusual = 异常，需查看
board-few = 件数少

## Departments

board-fair = 每个比例都附件数和 95% 置信区间。少于 { $n } 件只列分数，不作判断。
board-interval = 95% 区间
board-passed-on = 转出
board-central = 中央垂直管理单位
board-central-lead = 部分超出本省权限；单独列出，不与各厅局比较。
board-communes = 乡镇人民委员会
board-communes-lead = 多数件数很少：请逐件查看，不宜比较比例。
board-short-received = 接收
board-short-answered = 已答复
board-short-on-time = 按期
board-short-extended = 延期内
board-short-late = 逾期答复
board-short-overdue-now = 当前逾期
board-short-carried-forward = 结转下期
board-short-median-first-word-hours = 首次回应用时中位数（小时）
board-short-reopened = 重新办理
board-short-raised-again = 再次提出
board-short-explained = 仅作解释
board-short-weighed = 说明利害关系
board-short-at-risk = 金额，百万越盾
board-short-declined = 拒绝
board-short-median-resolution-hours = 答复用时中位数（小时）
board-short-p90-resolution-hours = 答复用时 90%（小时）
board-short-paused-percent = 暂停占比 %
board-funnel = 按期比例与已答复件数
board-answered-cases = 已答复件数
board-common = 全省 { $share }%
board-by-chance = 比较 { $n } 个单位时，仅因偶然也会有一两个落在 95% 界限（虚线）之外。只有落在 99.8% 界限（实线）之外才算明显不同。
board-outside = { $n } 个单位中有 { $k } 个落在 99.8% 界限之外：差异真实存在，可能源于工作方式，也可能源于事项难易不同。下结论前请查看具体事项。
board-undecided = { $n } 件尚未分派单位，不在表中。
board-sum = 各行合计接收 { $sum } 件；全省：{ $whole } 件。每件只计入期末持有该件的单位。
board-gaming = 转出、重新办理、再次提出、拒绝和仅作解释列在按期比例旁边，因为按期也可能靠转出或敷衍答复取得。
board-newcomers = 在此期间才绑定群聊，较早的数字不能反映这些单位：{ $names }。
board-standing-few = 件数少
board-standing-usual = 在通常范围内
board-standing-look-below = 偏低，需查看
board-standing-look-above = 偏高，需查看
board-standing-below = 明显偏低
board-standing-above = 明显偏高

## Topics, places, hours, signals

board-withheld = { $n } 个少于 { $few } 件的组（或为避免推算出它们的组）不列数字，因为其中有人隐去姓名。
board-several-places = 一件事项可能提到多个乡镇，每处都计入。
board-places-lead = 根据内容中提到的乡镇统计；{ $n } 件未提到地点或尚未读取。方格按原县市排列，并非地图上的实际位置。有人隐去姓名且少于 { $few } 件时不列数字。
board-map = 乡镇
board-district = 原县市
board-place = 乡镇
board-hours-lead = 按提交的小时和星期统计的事项数。少于 { $few } 件的格子不列准确数字。
board-hour = 时
board-issues = 未结的共性问题
board-issue = 编号
board-about = 内容
board-since = 开立日期
board-no-issues = 没有未结的共性问题。
board-signals-lead = 最近 12 个月中，反映同一事项的企业明显多于通常的情况。
board-no-signals = 最近 12 个月没有发现异常。
board-days = 日期
board-businesses = 企业数
board-expected = 通常水平

## Cases

board-cases-title = 事项列表
board-found =
    { $n ->
        [0] 没有事项
       *[other] { $n } 件事项
    }
board-text = 内容
board-days-late = 逾期 { $n } 个工作日
board-ask-q = 按词语或编号查找
board-show = 查看
board-more-asks = 筛选与排序
board-clear = 清除筛选
board-any = 全部
board-ask-department = 单位
board-ask-status = 情况
board-ask-state = 状态
board-ask-topic = 领域
board-ask-pci = PCI 分项指数
board-ask-kind = 类别
board-ask-age = 已等待
board-ask-outcome = 结果
board-ask-tier = 企业名称
board-ask-channel = 渠道
board-ask-language = 语言
board-ask-place = 乡镇
board-ask-order = 顺序
board-ask-from = 提交日期自
board-ask-to = 提交日期至
board-ask-answered-from = 答复日期自
board-ask-answered-to = 答复日期至
board-order-usual = 期限近者在前
board-order-deadline = 期限近者在前
board-order-oldest = 提交早者在前
board-order-newest = 提交晚者在前
board-order-answered = 最近答复在前
board-order-department = 按单位
board-tier-open = 公开姓名
board-tier-hidden = 隐去姓名
board-tier-anonymous = 匿名
board-no-cases = 没有符合的事项，请减少条件。
board-page-empty = 此页已无事项，请返回上一页。
board-turn = 上一页、下一页
board-before = ← 上一页
board-next = 下一页 →
board-business = 企业
board-officer = 受理人员
board-no-text = 没有文字，只有文件。
board-answer = 答复
board-why = 期限如何计算
board-events = 过程
board-in-chat = 在群聊中查看全部并处理：{ $command }
