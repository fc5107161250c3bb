## Refusals

refused-return-code = 私人代码不正确。请逐字核对后重新输入，例如：/ma AB7K-9QXM-PDR4-HJ2T
refused-return-guesses = 错误次数过多。请一小时后再输入私人代码。
refused-return-none = 本对话中没有打开的匿名事项。要打开：/ma 加私人代码。
refused-return-over = 本对话中的匿名事项已关闭。重新打开：/ma 加私人代码。
refused-unmask-anonymous = #{ $code } 是匿名提交的：事项中没有提交人的任何信息，无从公开。
refused-unmask-open = #{ $code } 的身份已经公开；办理部门能看到企业名称。
refused-unmask-nobody = #{ $code } 尚未交给任何部门。请先指定部门，确有必要再公开身份。
refused-unmask-accused = #{ $code } 反映的是工作人员的行为：除专门处理此类事项的单位外，不公开提交人身份。
refused-unmask-task-group = 只有工作组可以公开隐名企业的身份。请向工作组提出并说明理由。
refused-unmask-reason = #{ $code }：请写明公开身份的理由，至少三个词；企业会看到该理由。例如：/neuten #{ $code } 需要核对原始材料
refused-accused = #{ $code } 反映的正是该部门的工作人员，因此不能转交该部门，也不能邀请其协办。请咨询工作组。
refused-accepted = { $name } 已先接办事项 #{ $code }。您仍可添加内部备注或协助答复。
refused-explained = 事项 #{ $code } 已记录为以解释答复。如已另行办理，请发送新的答复。
refused-answered = { $name } 已答复事项 #{ $code }。补充请用 /send #{ $code } 内容；更正请由答复人修改自己的原消息。
refused-bind-code = 绑定码有误、已使用或超过24小时。请向管理员索取新码后输入：/bind 绑定码
refused-button = 此按钮已失效。请看最新消息，或输入 /details #编号。
refused-button-own = 此按钮已失效。请看最新消息，或输入 /cases。
refused-code-group = 此绑定码用于群聊。请在要绑定的群里输入 /bind 绑定码。
refused-code-private = 此绑定码用于管理员。全群都已看到，因此已作废。请获取新码，并在与机器人的私聊中输入 /bind 绑定码。
refused-decline-reason = #{ $code }：请写明不办理的原因和企业应去的部门，至少三个词，词间用空格隔开；企业会看到这些内容。
refused-department-first = 发送前请先选择部门。如不清楚，请输入“不知道”，由工作组决定。
refused-empty = 还没有内容。请写几句话，或发送照片、文件后再试。
refused-error = 我们这边出了问题。您发送的内容已保留，管理员已收到通知，无需重发。查看进度请输入 /cases。
refused-extend = #{ $code }：请写明天数（1到{ $longest }）和原因，至少两个词，词间用空格隔开。例如：/extend #{ $code } 3 等待 部委意见
refused-file-size = 文件“{ $name }”超过 { $size } MB，无法接收。请发送较小的文件，或分成几个文件。
refused-held-done = { $name } 已先处理了这段内容，没有再次发送。
refused-issue-cases = #{ $code }：请写明要加入或移出的事项编号，例如 /issues #{ $code } add #LS26-00012
refused-issue-closed = 共性问题 #{ $code } 已结束，不能再更改。查看：/issues #{ $code }
refused-issue-no-case = 没有事项 { $case }；未作任何更改。请核对编号后重新输入。
refused-issue-open = 已设立为共性问题 #{ $code }。查看事项：/issues #{ $code }
refused-issue-result = #{ $code }：结束时请写明处理结果，例如 /issues #{ $code } close 规定已修改
refused-issue-verb = #{ $code }：只能用 add（加入）、remove（移出）和 close（结束），例如 /issues #{ $code } add #LS26-00012
refused-issues-task-group = 共性问题由工作组在自己的群里设立和跟进。
refused-no-issue = 没有共性问题 #{ $code }。查看未结束的问题：/issues
refused-which-issue = 请写明共性问题的编号，例如 /issues #VD26-003。查看编号：/issues
refused-language = 只有 Tiếng Việt、English 和中文。请输入 /yuyan vi、/yuyan en 或 /yuyan zh。
refused-no-case = 您没有办理中的事项。要提交，请直接写下遇到的问题；查看旧事项：/status #编号。
refused-no-draft = 已没有未提交的内容。请重新写下问题，或查看已提交的事项：/cases
refused-not-bound = 本群尚未绑定部门。请向管理员索取绑定码，并在这里输入：/bind 绑定码
refused-not-your-case = 这不是您的事项。请核对编号，或查看列表：/cases
refused-not-your-department = 该事项不由本群负责。请核对编号，或询问工作组。
refused-nothing-held = 已没有等待处理的内容。请重新发送，或查看事项：/cases
refused-reopen-window = 事项 #{ $code } 的重新打开期限已于 { $until } 结束。请提交新事项并写明此编号。
refused-same-department = 事项 #{ $code } 已在本部门。请选择其他部门。
refused-extend-short = #{ $code }：这样延期后期限为 { $deadline }，仍然逾期。请延长更多时间，或立即答复企业。
refused-asked-enough = 事项 #{ $code } 的询问已累计暂停计时 { $days } 个工作日，达到上限。如需再问，请用 /send；计时继续。
refused-second-extension = 事项 #{ $code } 已延期一次，再次延期由工作组决定。
refused-proposal-done = 事项 #{ $code } 的这项建议已经决定或已被替换。请查看最新卡片。
refused-parts = 事项 #{ $code } 已有 { $most } 个协办部门，不能再邀请。
refused-invite = #{ $code }：请说明需要什么意见，例如：/invite so-xay-dung #{ $code } 确认该地块的规划
refused-lead-only = 贵部门是本事项的协办部门，此操作由主办部门进行。如需提出意见，请回复卡片或输入 /contribute。
refused-topics = 请输入 /topics on（每个事项一个话题）或 /topics off（统一发送）。
refused-unknown-command = 没有这个命令。要提交事项，请直接用文字说明。
refused-unknown-officer-command = 没有这个命令；未发送任何内容。命令列表：/help
refused-stars = 请打1到5颗星：输入1到5的数字。
refused-state = 事项 #{ $code } 目前为“{ $state }”，不能进行此操作。查看经过：/details #{ $code }
refused-state-own = 事项 #{ $code } 目前为“{ $state }”，不能进行此操作。查看进度：/status #{ $code }
refused-task-group-only = 只有工作组可以交办。您可以使用“转办”并说明原因。
refused-tax-code =
    税号“{ $code }”可能有一位数字不对{ $last ->
        [none] { "" }
       *[other] （如前九位正确，第十位应为 { $last }）
    }。请核对登记证后重新输入{ $named ->
        [yes] 税号（企业名称已保留）
       *[no] { "" }
    }，或只写企业名称。
refused-too-many-guesses = 输错次数过多。请等一小时，或向管理员索取新的绑定码。
refused-transfer-reason = #{ $code }：请写明转办原因，至少两个词，词间用空格隔开，然后重试。
refused-which-card = 请回复该事项的卡片，或在命令后写上编号。例如：/answer #编号 内容
refused-which-case = 您有多件事项。请写上编号，例如 /status #编号；查看编号：/cases
refused-which-withdrawn = 您想撤回哪件事项？请输入 /withdraw 加编号，例如 /withdraw #编号
refused-which-department = 没有部门“{ $text }”。请输入部门的全称或简称，例如“建设厅”，或使用卡片上的按钮。
refused-other-code = 内容中还提到他人的事项 #{ $code }，因此尚未发送。请去掉该编号，单独发给 #{ $here }。
refused-link-anonymous = 此处有匿名事项正在进行，因此不能关联账号：匿名事项不与任何人关联。请输入 /exit 关闭后再试。
refused-link-role = 具有管理员身份的账号不能关联。请使用企业自己的账号。
refused-link-consent = 请先同意数据处理说明，再输入 /link。如已有另一账号的关联码，请输入 /link 关联码。
refused-link-linked = 此账号已关联。解除关联：/unlink
refused-link-cases = 此处已有案件或草稿。请反过来操作：在此输入 /link 获取关联码，再到另一账号输入。
refused-link-request = 此账号关于个人数据的请求 { $number } 仍在等待处理。请等待办结，或撤回请求（/shuju），然后再关联。
refused-link-code = 关联码不正确、已使用、已超过10分钟，或属于同一聊天应用的账号。请在另一账号输入 /link 获取新的关联码。
refused-link-late = 关联询问已过期或已不存在，一切不变。要关联，请在另一个账号输入 /link 获取新码。
refused-not-linked = 此账号尚未与其他账号关联。关联：/link
