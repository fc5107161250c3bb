## Like cases, published answers, merging

search-head =
    { $count ->
        [0] 🔎 “{ $text }”：没有找到结果。
       *[other] 🔎 “{ $text }”：{ $count } 条结果
    }
search-line = • #{ $code } · { $state } · { $department }：{ $text }
search-known = • 📢 已公布：{ $question }
search-own = • #{ $code } · { $state }：{ $text }
alike-head =
    { $count ->
        [0] 🔁 #{ $code }：还没有类似事项的答复。
       *[other] 🔁 #{ $code }：有 { $count } 条类似事项的答复，点击阅读。
    }
alike-line = 🔁 已答复的类似事项：{ $codes }
alike-read =
    🔁 事项 #{ $code }

    { $text }

    💬 { $answer }
known-offer =
    { $count ->
       *[other] 💡 类似问题已有 { $count } 条公布的答复，请您看看。如果不是您需要的，照常提交即可。
    }
known-answer =
    ❓ { $question }

    💬 { $answer }
    （{ $by }）
like-own =
    💡 您的事项 #{ $code } 内容与此类似：{ $text }
    要补充到 #{ $code } 吗？如果是另一件事，照常提交即可。
where-like =
    这与您的事项 #{ $code } 类似：{ $text }
    要补充到 #{ $code } 吗？如果是另一件事，请选择或输入“新事项”。目前还没有提交任何内容。
settled =
    谢谢您。您正在写的内容没有提交；一天之内，您仍可点击“仍然提交”或输入“仍然提交”。
refused-still-late = 该内容已在一天后删除。如仍需提交，请重新填写。
refused-search = 请在命令后写上要查找的词，例如：/search 施工许可证
card-followers =
    { $count ->
       *[other] 🔗 另有 { $count } 件事项合并到本事项
    }
card-want-publish =
    📢 #{ $code }
    { $name }：请在30分钟内回复本消息，第一行写简短的问题，以下各行写给所有人看的答复。不写答复时，使用本事项的答复，并隐去企业信息。
    或输入：/publish #{ $code } 问题
group-published =
    📢 #{ $code }：已公布。有类似事项的企业将看到以下内容；撤下请输入：/retract #{ $code }

    ❓ { $question }

    💬 { $answer }
group-retracted = 📢 #{ $code }：已撤下公布的答复，不再向任何人提供。
refused-publish-task-group = 只有工作组可以公布或撤下答复。请向工作组提出。
refused-publish-question = #{ $code }：请在第一行写明问题，例如 /publish #{ $code } 施工许可证多久能办好？
refused-publish-hidden = #{ $code }：该企业隐去了身份，请在问题之后的各行为所有人重新写一份答复。
refused-publish-answer = #{ $code } 还没有答复。请在问题之后的各行写明答复。
refused-not-published = #{ $code } 目前没有公布的答复。
merged =
    🔗 您的事项 #{ $code } 已与另一件内容相同的事项合并，由{ $department }一并办理。您无需再做什么，所有答复和结果都会发到这里。
    如果您的情况有所不同，请回复本消息。
took-in = 🔗 另一件内容相同的事项将与您的事项 #{ $code } 一并办理。您的答复期限不变。
merged-answer =
    💬 事项 #{ $code }（合并办理）· { $by } 答复：

    { $text }

    如果与您的情况不符，请回复本消息。
merged-files-only = （答复在发给主事项的文件中；如需要，请向该部门索取）
merged-extended = ⏳ 事项 #{ $code }（合并办理）已延期。新的答复期限：{ $deadline }。
merged-reopened = ‼️ 事项 #{ $code }（合并办理）已重新打开。新的答复期限：{ $deadline }。
merged-closed = 🏁 与 #{ $code } 合并办理的事项已办结。如果您的问题尚未解决，请回复本消息。
separated = 🔗 您的事项 #{ $code } 恢复单独办理，答复期限与原来相同。
group-took-in = 🔗 #{ $with } 已并入 #{ $code }：今后两件事项在此一并办理。一天之内可以分开：/separate #{ $with }
group-merged = 🔗 #{ $code } 已并入 #{ $with }，不再需要单独办理。
group-separated = 🔗 #{ $code } 已分开，需要单独办理。
refused-merge-two = 请写两个编号：先写保留的事项，再写并入的事项，例如 /merge #LS26-00012 #LS26-00031
refused-merge-same = #{ $code } 不能并入自身。请核对两个编号。
refused-merge-lead = 已有其他事项并入 #{ $code }，因此它必须是保留的事项。请调换两个编号。
refused-not-merged = #{ $code } 没有并入任何事项。查看经过：/details #{ $code }
refused-separate-task-group = 只有工作组可以分开已合并的事项。请向工作组提出。
refused-separate-late = #{ $code } 合并已超过一天，不能再分开；如有特殊情况，请用 /send 或 /note 说明。
state-merged = 已并入其他事项
told-merged = 与其他事项一并办理
told-separated = 恢复单独办理
told-unmasked = 向办理部门公开企业身份
mine-filed = 您提交了事项
mine-unmasked = 向部门公开了您的身份
mine-resumed = 您未回复，恢复计时
mine-amended = 您修改了内容
mine-added = 您补充了内容
mine-withdrawn = 您撤回了事项
mine-reopened = 您表示未解决，重新打开
mine-answered = 部门答复了您
mine-told = 部门给您留言
mine-replied = 您回答了问题
mine-asked = 部门向您提问
told-published = 公布答复
told-retracted = 撤下已公布的答复
figures-unmasked = • 公开隐名企业身份：{ $count }
figures-merged = • 并入其他事项：{ $count }
figures-deflected = • 因已公布的答复而无需提交：{ $count }
button-known = ✅ 这正是我要的答复
button-known-one = ✅ 第1条是我要的答复
button-known-two = ✅ 第2条是我要的答复
button-still = 仍然提交
button-add-to = ➕ 补充到 #{ $code }
button-alike = 🔁 阅读类似事项
button-more = 查看更多
button-publish = 📢 公布
