## Systemic issues

signal-told =
    { $count ->
       *[other] 📈 { $days } 天内：{ $what }的事项共 { $count } 件，来自 { $businesses } 家不同企业；{ $usual }。
    }
signal-usual =
    { $count ->
       *[other] 平时约 { $count } 家
    }
signal-seldom = 平时几乎没有
signal-cases = 相关事项：{ $codes }
signal-hint = 这些事项可能有共同原因。如果是，请设立共性问题一并处理；如果不是，请忽略本消息。
about-topic = 涉及“{ $name }”
about-place = 位于{ $name }
about-department = 属于{ $name }
issue-opened = 🧩 { $name } 已设立共性问题 #{ $code }：{ $what }的事项。
issue-head =
    { $count ->
       *[other] 🧩 共性问题 #{ $code }：{ $what }的事项共 { $count } 件
    }
issue-opened-by = { $name } 于 { $at } 设立
issue-case = • #{ $code } · { $department } · { $state }
issue-more =
    { $count ->
       *[other] …… 另有 { $count } 件
    }
issue-how = 加入或移出事项：/issues #{ $code } add #编号，/issues #{ $code } remove #编号。结束：/issues #{ $code } close 处理结果
issue-closed =
    🏁 { $name } 于 { $at } 结束。处理结果：

    { $text }
issue-put-in =
    { $count ->
       *[other] ✅ 已将 { $codes } 加入共性问题 #{ $code }；现有 { $count } 件事项。
    }
issue-taken-out =
    { $count ->
       *[other] ✅ 已将 { $codes } 移出共性问题 #{ $code }；还有 { $count } 件事项。
    }
issue-unchanged =
    { $count ->
       *[other] 共性问题 #{ $code } 没有变化，现有 { $count } 件事项。查看列表：/issues #{ $code }
    }
issue-like-head = 🧩 出现与未结束的共性问题同类的新事项，是否加入由工作组决定。
issue-like =
    { $count ->
       *[other] • #{ $code }（{ $what }的事项）：新增 { $count } 件：{ $codes }。加入：/issues #{ $code } add #编号
    }
issue-of-case = 🧩 属于共性问题 #{ $code }（{ $what }的事项）
issues-head =
    { $count ->
       *[other] 🧩 未结束的共性问题 { $count } 个。查看事项：/issues #编号
    }
issues-line =
    { $count ->
       *[other] • #{ $code } · { $what }的事项 { $count } 件
    }
issues-none = 目前没有未结束的共性问题。同类事项异常增多时，这里会收到带按钮的通知。
