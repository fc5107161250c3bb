## Said where a messenger cannot show it otherwise

messenger-name =
    { $network ->
        [telegram] Telegram
        [zalo_bot] Zalo Bot
        [zalo_oa] Zalo OA
        [page] 网页
        [terminal] 终端
       *[other] { $network }
    }
typed-commands =
    ✍️ 请用命令加案件编号答复，例如 /{ $first } #{ $code }
    命令：{ $all }
file-link = 📎 { $name }：{ $link }（24 小时内可打开）
files-elsewhere =
    { $count ->
       *[other] 📎 有 { $count } 个文件无法通过本应用发送，请在网页上查看。
    }
untold = Zalo 不会转来您刚发送的这类消息（文件、位置、名片、引用、链接）。请用文字说明，或发送照片、语音；文件请在网页上提交。
untold-officer = Zalo 不会转来这类消息（文件、位置、名片）。请用文字并附案件编号，或发送照片并在说明中写上编号，或使用网页工作台。
refused-which-code = 请写明案件编号，例如：answer #LS26-00012: 内容。命令：/help
refused-which-number = 有多个案件等待选择。请同时写明数字和编号，例如 { $number } #LS26-00012
refused-no-such-number = 没有编号为 { $number } 的选项。请查看最近一条带数字的消息，或附上案件编号。

## Plans

plan-nearly-used =
    ⚠️ { $messenger }：已使用 { $used }/{ $most } { $what ->
        [people] 名服务对象
        [messages] 条本月消息
       *[groups] 个群
    }。将先减少次要消息；发给企业和部门的内容照常发送。请升级套餐，或将部分群改用网页。
token-lost =
    ⚠️ { $messenger }：发送消息的授权已失效。待发消息最多保留三天。
    请按 docs/zalo.md 重新授权并重启程序；待发消息随后会自动发送。
token-late =
    ⚠️ { $messenger }：发送消息的授权尚未续期成功。现有授权于 { $until } 到期，程序仍在重试。
    请检查服务器的网络连接，并运行 govuong doctor。
