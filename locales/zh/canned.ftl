## Answers and legal bases that officers keep

canned-head =
    { $count ->
        [0] 🗂 尚无{ $words ->
            [none] { "" }
           *[other] 含“{ $words }”的
        }模板。添加：输入 /canned add 标题，换行写内容；可用 [code]、[business]、[department]、[deadline]、[officer]。
       *[other] 🗂 { $words ->
            [none] { "" }
           *[other] 含“{ $words }”的
        }答复模板与法律依据：{ $count } 个。用 /canned 回复卡片，再点选一个即可使用。
    }
canned-line =
    • { $title }（{ $languages }{ $whose ->
        [province] ，全省
       *[own] { "" }
    }，已用 { $used } 次）：{ $text }
canned-kept = 🗂 已保存模板“{ $title }”（{ $languages }）。使用：用 /canned 回复卡片
refused-canned = 请在第一行输入 /canned add 标题，内容写在后面几行。标题最多 80 个字符。
refused-canned-none = 本机构没有名为“{ $text }”的模板。查看：/canned
