## Naming a business that hides its identity: two people, thirty days

button-name-yes = 🔓 同意告知名称
button-name-no = ✖️ 不告知名称
unmask-asked =
    🔐 #{ $code }：{ $name } 提议向{ $department }告知隐名企业的名称。
    理由：{ $reason }
    须由工作组另一名成员决定：点按钮，或输入 /unmask #{ $code } 同意（不同意）。告知有效 { $days } 天，事项转交其他机构即提前终止；企业将看到两人的姓名和理由。已发到群里的消息无法收回。
    紧急且只有一人时：/unmask #{ $code } 紧急：理由（立即报告领导）。
unmask-refused = 🔐 #{ $code }：{ $name } 不同意 { $by } 的提议。企业继续隐名。
unmask-emergency = 🚨 #{ $code }：{ $name }（工作组）因紧急情况单独向{ $department }告知了隐名企业的名称。理由：{ $reason }
unmasked-emergency =
    🚨 事项 #{ $code }：因紧急情况，工作组一名成员（{ $name }）向{ $department }告知了您的名称；已立即报告领导。
    理由：{ $reason }
    该机构可看到企业名称、税号、您的姓名、全部内容和原始文件，至 { $until } 或事项转交其他机构为止。
masked-again = 🔒 #{ $code }：告知期限已满；卡片和进展重新隐去企业名称。请勿将已知名称用于本事项以外。
masked-again-own = 🔒 事项 #{ $code }：告知期限已满；此后重新对该机构隐名。该机构此前已收到的消息无法收回。
refused-unmask-decided = #{ $code }：没有待决定的告知提议（已决定，或事项已转交其他机构）。
refused-unmask-own = #{ $code }：提议人不能自行决定，须由工作组另一名成员决定。
refused-unmask-parts = #{ $code } 另有协办机构可阅：名称只能告知一个机构，目前不能告知。
told-unmask-asked = 提议告知企业名称
told-unmask-refused = 不同意告知企业名称
told-masked = 告知期限已满，重新隐名
mine-unmask-asked = 工作组有人提议向机构告知您的名称
mine-unmask-refused = 工作组另一名成员不同意告知您的名称
mine-masked = 告知期限已满，重新为您隐名
