## Overdue, figures, details

overdue-head =
    { $count ->
       *[other] ⏰ { $count } 件事项逾期，最久的在前
    }
overdue-line = • #{ $code } · { $department } · 期限 { $deadline }
overdue-more = ……另有 { $count } 件
overdue-none = ✅ 没有逾期事项。
figures-head = 📊 { $from } 至 { $to } 的数据
figures-received = • 受理：{ $count }
figures-answered = • 已答复：{ $count }；按期 { $ontime }（{ $share }%），延期后按期 { $extended }，逾期 { $late }
figures-outcomes = • 企业反馈：已解决 { $solved }，部分解决 { $partly }，只作了解释 { $explained }，未解决 { $notsolved }，未确认 { $silent }
figures-open = • 办理中：{ $count }，逾期 { $overdue }，等待企业 { $waiting }
weekly-head = 📊 一周情况汇报（{ $days }）
routed-head = 🧭 { $month } 分派情况：共 { $cases } 件，一次到位 { $right }，转办一次 { $once }，多次 { $more }
routed-department = • { $department }：共 { $cases } 件，一次到位 { $right }，转办一次 { $once }，多次 { $more }
details-head = 📋 事项 #{ $code } 的全部经过
details-arrived = 已于 { $at } 送达企业
details-on-its-way = 发送中
details-not-arrived = 未能送达企业
details-line = • { $at } · { $who } · { $what }。{ $text }
role-business = 企业
role-officer = 工作人员
role-task-group = 工作组
role-administrator = 管理员
role-clock = 系统
task-group = 企业扶持工作组
leadership = 省领导
administrator = 管理员
told-filed = 提交事项
told-assigned = 交由{ $department }办理
told-succeeded = 随机构合并转至{ $department }
told-accepted = 工作人员接办
told-asked = 向企业提问
told-replied = 企业回答问题
told-told = 给企业留言
told-answered = 答复企业
told-explained = 记录答复仅作解释
told-corrected = 更正已发内容
told-confirmed = 结果：{ $outcome }
told-rated = 企业打分
told-reopened = 企业表示未解决，重新打开
told-transferred = 转给{ $department }
told-extended = 延期
told-declined = 不予办理，已作指引
told-withdrawn = 撤回事项
told-added = 企业补充
told-amended = 企业修改内容
told-noted = 内部备注
told-escalated = 逾期，报上一级
told-erased = 依规删除数据
told-warned = 提醒部门注意期限
told-reminded = 提醒企业
told-resumed = 企业未回复，恢复计时
told-recomputed = 重新计算期限
told-proposed = 提请工作组决定
told-refused = 工作组不同意
told-invited = 请{ $department }提出意见
told-contributed = { $department }提出意见
told-unreached = 消息无法送达企业

digest-told =
    🔐 案件记录封印，截至 { $until }：{ $cases } 件，{ $entries } 条记录。
    编码：{ $seal }
    请保留此消息，无需其他操作。日后若有人改动或删除旧记录，与此编码核对即可发现。
