## The private code of an anonymous case: kept, issued anew, last used

button-anonymous-yes = 🕶 匿名，半天内转交
button-anonymous-now = ⚡ 立即匿名发送（紧急）
button-cannot-keep = 我无法重新输入
button-code = 🔑 换发新的私人代码
anonymous-when =
    部门将在这半天最后一小时内的随机时刻（中午前、下午下班前或午夜前）与其他匿名事项一起收到，这样很难从提交时间猜到您；在最后一小时内提交的，最迟一个多小时后收到。紧急时请选择“立即”：部门马上收到，也会知道这个时间。
code-kept = ✅ 正确。事项已提交完成并转交。
code-not-kept = 与私人代码的最后一组不符。请查看刚收到的代码，重新输入最后 4 个字符。
code-not-asked = 事项已提交完成并转交。请记住：没有私人代码就无法查看答复，也没有人能恢复代码。
code-reminder = 🔑 您还没有输入私人代码的最后 4 个字符。请输入以确认已保存；提交一小时后，事项仍会转交。
code-anew =
    🔑 事项 #{ $code } 的新私人代码：{ $secret }

    旧代码已失效。新代码只显示一次；请立即抄下，不要交给任何人。您退出该事项后，本消息会被删除；在 Zalo 上请自行删除。
return-first = 这是该代码第一次使用。
return-last = 该代码上次使用日期：{ $day }。如果不是您本人，请立即换发新代码。
