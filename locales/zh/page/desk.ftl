# The officers' desk

write-desk = 给同事留言…
only-colleagues = 仅同事可见
writing-answer = #{ $code } 的正式答复
writing-ask = 向企业提问，#{ $code }
writing-note = 内部备注，#{ $code }
writing-send = 给企业的留言，#{ $code }
writing-transfer = 转办 #{ $code } 的理由
writing-assign = 交办 #{ $code } 的理由或指示
writing-extend = 延期 #{ $code } 的理由（企业会看到）
writing-invite = 请其他机构就 #{ $code } 发表意见的事项
writing-contribute = 给主办机构的意见，#{ $code }
writing-decline = 不予受理 #{ $code } 的理由及企业应去何处
writing-publish = 拟公布的问答，#{ $code }
writing-others = { $name } 正在为 #{ $code } 撰写
writing-stop = 不写了
writing-stopped = 已取消，未发送任何内容。
