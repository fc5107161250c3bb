## What people ask about their own data

data-wish-copy = 数据副本
data-wish-name = 更正姓名
data-wish-firm = 更正企业名称
data-wish-withdraw = 撤回同意
data-wish-restrict = 限制使用数据
data-wish-object = 反对某种数据使用
data-wish-delete = 删除数据
data-is-open = 等待答复，期限 { $until }
data-is-accepted = 正在办理，期限 { $until }
data-is-done = 已办理 { $until }
data-is-refused = 未能办理 { $until }
data-is-dropped = 已撤回 { $until }

button-data-copy = 📄 副本
button-data-name = ✏️ 更正姓名
button-data-firm = 🏢 更正企业名称
button-data-withdraw = ↩️ 撤回同意
button-data-restrict = ⏸ 限制使用
button-data-object = ✋ 反对
button-data-delete = 🗑 删除数据
button-data-yes = ✅ 提交请求
button-data-no = ✖️ 不提交
button-data-drop = ↩️ 撤回请求
button-data-accept = 👌 受理
button-data-carry = ✅ 办理
button-data-carry-yes = 🗑 立即删除
button-data-refuse = ✖️ 拒绝
button-data-show = 请求 { $number }

data-head = 🔒 我们保存的您的数据
data-person = • 姓名：{ $name }。企业：{ $firms }
data-counts = • { $cases } 个事项、{ $files } 个文件、本聊天中 { $messages } 条消息
data-codes =
    • 事项：{ $codes }{ $more ->
        [0] {""}
       *[other] 等，另有 { $more } 个
    }
data-since = • 保存起始：{ $at }
data-agreed = • 您于 { $at } 同意了第 { $version } 版说明
data-not-agreed = • 目前没有有效的同意
data-restricted = • 自 { $at } 起限制使用
data-requests = 您的请求：
data-line = • { $number }：{ $wish }（{ $standing }）
data-unlinked = 匿名提交的事项不在此列，因为没有任何内容从您指向它们：请输入 /ma 加私人代码，再输入 /shuju。
data-law = 点击即可请求：工作组在2个工作日内答复，并按类别在10至20天内办理（第91/2025/QH15号法、第356/2025/ND-CP号法令；文本尚未核对）。已删除的数据在备份到期后 { $days } 天内彻底消失。
data-case-head = 🔒 我们保存的事项 #{ $code } 的数据
data-case-counts = • { $entries } 条经过记录、{ $files } 个文件。提交于 { $at }
data-held = • 工作组自 { $at } 起保留该事项：保存期满时暂不删除
data-gone-files = • 附件：已于 { $at } 删除
data-gone-identity = • 提交人信息：已于 { $at } 删除
data-gone-words = • 内容：已于 { $at } 删除

data-nothing-asked = 好的，没有提交任何请求。再次查看：/shuju
data-words-name = 请用一条消息写下您的正确姓名。工作组会在您的事项中更正。
data-words-firm = 请用一条消息写下企业的正确名称，如有税号请一并写上。
data-words-object = 请用一条消息写明您反对哪种数据使用，以及原因。
data-sure-withdraw = 撤回同意：此后我们不再接收您的新消息，未提交的草稿会被删除。已提交的事项仍继续办理。最迟 { $until } 完成。是否提交该请求？
data-sure-restrict = 限制使用：数据原样保存，但不公布、不用于查找类似事项，也不会到期删除。最迟 { $until } 完成。是否提交该请求？
data-sure-delete =
    删除数据：内容、文件和提交人信息将被删除，无法恢复；只保留不含姓名的统计数字。{ $live ->
        [0] {""}
       *[other] 正在办理的事项将被撤回：{ $codes }。
    }
    最迟 { $until } 完成；此后 { $days } 天内从所有备份中消失。通过聊天软件发送的内容还保存在其服务器上：48小时后我们无法在那里删除，请您自行删除聊天。
    建议先索取副本。是否提交该请求？
data-asked = 📨 已登记请求 { $number }：{ $wish }。工作组最迟 { $answer } 答复，最迟 { $until } 办理。结果会在这里告知您；匿名提交者凭私人代码返回时可看到。
data-copy =
    📄 请求 { $number }：这是您的数据副本{ $count ->
        [1] {""}
       *[other] ，共 { $count } 个文件
    }（zip 压缩包：data.json 和文件）。7天后从我们的服务器删除，请妥善保存。
data-told-accepted = 📨 请求 { $number }（{ $wish }）：工作组已受理，最迟 { $until } 办理。完成后会告知您。
data-told-extended = ⏳ 请求 { $number }（{ $wish }）：需要更多时间，延至 { $until }。原因：{ $reason }
data-told-refused = 请求 { $number }（{ $wish }）无法办理。原因：{ $reason } 如不同意，您可向省人民委员会办公室或个人数据保护主管机关投诉。
data-told-dropped = 请求 { $number }（{ $wish }）已按您的意愿撤回，没有任何变化。
data-done-name = ✅ 请求 { $number }：您的姓名已更正。
data-done-firm = ✅ 请求 { $number }：企业名称已更正。
data-done-withdraw = ✅ 请求 { $number }：您的同意已撤回。如想再次使用，只需写消息并重新同意。
data-done-restrict = ✅ 请求 { $number }：从现在起限制使用您的数据。
data-done-object = ✅ 请求 { $number }：您的反对已被接受；您的数据不再公布，也不再用于查找。
data-done-delete = ✅ 请求 { $number }：数据已删除。备份在 { $days } 天内到期，届时数据彻底消失。请您自行在聊天软件中删除本聊天。

data-card-head = 🗂 数据请求 { $number }：{ $wish }（{ $standing }）
data-card-who = 请求人：{ $who }
data-card-text = 内容：{ $text }
data-card-terms = 答复期限：{ $answer } · 办理期限：{ $until }
data-card-means-copy = 副本自动发送。
data-card-means-name = 办理：档案和事项中的姓名按上文更正。
data-card-means-firm = 办理：档案和事项中的企业名称按上文更正。
data-card-means-withdraw = 办理：重新同意之前不再接收新消息；已提交的事项继续办理。
data-card-means-restrict = 办理：不公布、不查找、不到期删除。
data-card-means-object = 办理：不公布、不查找。如不同意，请说明理由拒绝。
data-card-means-delete = 办理：删除提交人、内容和文件；未结事项撤回。无法恢复。依档案法必须保存的，请说明理由拒绝。
data-who = { $name }（{ $firms }），{ $cases } 个事项
data-who-case = 事项 #{ $code }
data-who-gone = 已删除
data-group-dropped = 🗂 数据请求 { $number } 已由请求人撤回。
data-list-none = 没有待处理的个人数据请求。
data-list-head = 🗂 待处理的个人数据请求：{ $count }。拒绝：/datarequests 编号 refuse 理由。延期（一次）：/datarequests 编号 extend 理由。
data-list-line = • { $number }：{ $wish }。期限：{ $due }
data-carry-sure = 🗑 请求 { $number }：删除 { $who } 的全部数据。无法恢复。再次点击即删除。
data-refusal-question = 请求 { $number }：为何拒绝？请回复本消息写明理由；请求人会读到原文。
data-morning = 🗂 到期的个人数据请求：{ $count }
group-renamed = ✏️ #{ $code }：提交人或企业名称已应其请求更正。
told-renamed = 应请求更正提交人姓名

refused-data-accepted = 请求 { $number } 已受理。
refused-data-extended = 请求 { $number } 已延期一次，法律不允许再次延期。
refused-data-settled = 请求 { $number } 已结束。
refused-data-task-group = 个人数据请求由工作组决定。
refused-requests-task-group = 个人数据请求由工作组决定。
refused-data-reason = 请说明理由（至少三个词）：/datarequests { $number } refuse 理由。请求人会读到该理由。
refused-data-words = 请用一条文字消息写明，不带文件。放弃：/cancel
refused-data-asked = 您已提交该请求，正在等待结果。查看：/shuju
refused-data-command = 不清楚要对请求 { $number } 做什么。请写：/datarequests { $number } refuse 理由，或 extend 理由；也可点击请求下的按钮。
refused-no-data-request = 没有编号为 { $number } 的数据请求。查看列表：/datarequests
expiry-told = 🗄 事项 { $codes } 早已办结。保存期将满，其文件和提交人信息将在 { $at } 之后删除，内容稍后删除，只保留不含姓名的数字；再过 { $days } 天从备份中消失。您无需任何操作；如需副本，请在此之前输入 /shuju。
data-erased = 该事项的内容已到期或应请求删除，无法再补充。如问题仍在，请提交新事项。

## Who saw who is behind a hidden case

accesses-none = 尚无人查看过隐名事项的提交者。
accesses-head = 🔎 最近 { $count } 次隐名事项提交者身份被查看或告知的记录（每人、每事项、每天一行；不显示企业名称）：
access-case = • { $at } · { $name }（{ $who }）查看了事项 #{ $code } 的全部内容
access-named = • { $at } · { $who } 获知事项 #{ $code } 的提交者；由 { $name }（工作组）决定
access-copy = • { $at } · 有人领取了本人数据的副本
access-copy-of-case = • { $at } · 事项 #{ $code } 的提交者领取了本人数据的副本
access-export = • { $at } · { $name } 在服务器上导出了全部数据

## What the task group keeps beyond its time

card-held = 🗄 超过保存期限继续保留，自 { $at } 起：{ $reason }
told-held = 超过保存期限继续保留
told-let-go = 不再保留
hold-begun =
    🗄 #{ $code } 已保留，保存期满时不删除。
    理由：{ $reason }
    不再需要时：/hold #{ $code } 解除
hold-ended = 🗄 #{ $code } 不再保留：保存期满并在能联系到提交人时事先通知后，数据将被删除。
hold-none = 没有超过保存期限继续保留的事项。保留：/hold #代码 理由
hold-head = 🗄 { $count } 个事项超过保存期限继续保留。解除：/hold #代码 解除
hold-line = • #{ $code }，自 { $at } 起：{ $reason }
hold-more = … 另有 { $count } 个
held-longer = 🗄 事项 #{ $code }：工作组需要保留，因此数据不会在已通知的日期删除。解除保留后，删除前会再通知您。查看或就数据提出请求：/shuju
refused-hold-task-group = 只有工作组可以超过保存期限保留事项。
refused-hold-reason = #{ $code }：请写明保留理由，至少三个词；理由会记入事项经过。例如：/hold #{ $code } 监察部门 正在 审查。解除：/hold #{ $code } 解除
refused-not-held = #{ $code } 目前没有被保留。保留：/hold #{ $code } 理由
refused-data-held = 请求 { $number } 暂时不能执行：{ $codes } 正超过保存期限继续保留。先解除再删除：/hold #{ $first } 解除。或写明理由拒绝：/datarequests { $number } refuse 理由
