# The words of the web page itself; what the bot says stands in the folder above.

brand = Gỡ Vướng
tagline = { $province }企业反映困难，主管部门负责答复
language-vi = Tiếng Việt
language-en = English
language-zh = 中文
languages = 语言
when = { $month }月{ $day }日 { $time }
home = 首页

# Start page
landing-title = 企业遇到困难？请告诉省里。
landing-lead = 像平常聊天一样写下来。主管部门会收到并在期限内答复，您可以随时了解每一步进展。
landing-begin = 反映困难
landing-begin-hint = 无需注册
landing-officer = 工作人员入口
landing-step-1 = 说明困难
landing-step-1-more = 写几行字即可，也可附上照片或文件。可用越南语、英语或中文。
landing-step-2 = 获得编号
landing-step-2-more = 每件事都有一个编号、一个负责部门和一个按工作日计算的期限。
landing-step-3 = 收到答复
landing-step-3-more = 答复直接发到聊天中。如果没有解决，由工作组重新审查。
sample-question = 我们上个月申请了货车营运标志，到现在还没有结果。
sample-receipt = 已收到事项 #LS26-00042。建设厅将在12月2日17:00前答复。
sample-answer = 建设厅就 #LS26-00042 答复：标志今早已签发，请前来领取。
sample-solved = 已解决
sample-not-solved = 还没有
landing-privacy = 您可以对承办部门隐去身份。只有处理此事的人员才能看到内容。

# Trying it on one machine
demo-title = 试用 Gỡ Vướng
demo-lead = 同一页面上有三种角色：左边企业留言，中间部门答复，右边工作组和领导查看。
demo-business = 企业
demo-department = 部门
demo-oversight = 督办
demo-choose = 选择部门
demo-open = 打开
clock = 试用时钟
clock-push = 快进
clock-hour = 1 小时
clock-day = 1 个工作日
clock-week = 1 周
task-group = 工作组
leadership = 领导

# Chat
chat-with = 与{ $province }企业同行
messages = 消息
service = Gỡ Vướng
you = 您
edited = 已修改
reply = 回复
edit = 修改
replying = 回复消息
editing = 修改消息
cancel = 取消
write = 输入消息…
attach = 添加附件
send = 发送
older = 查看更早的消息
newest = 回到最新消息
new-below = 新消息
file = 文件
photo = 照片
file-waiting = 正在接收
refresh = 刷新查看新消息
welcome-title = 您好！
welcome-text = { $province }的企业可以在这里向省内各部门反映困难。请按“开始”，或直接写下您的需求。
welcome-start = 开始
desk-empty = 还没有事项。企业提交后会立即显示在这里。
leadership-empty = 每周报告和需要领导决定的事项会显示在这里。
menu = 选项
menu-cases = 我的事项
menu-help = 使用说明
menu-overdue = 逾期事项
menu-figures = 本周数据
menu-link = 在其他设备上打开
menu-leave = 退出
remove = 移除此文件
not-sent = 发送失败。请检查网络后重新发送。
too-large = “{ $name }”太大，上限为 { $size }。
too-many = 每次最多发送 10 个文件。
offline = 连接已断开，正在重试…
button-gone = 此按钮已失效。

# Desk
join-title = 工作人员入口
join-lead = 请输入姓名和管理员提供的一次性代码。
join-name = 姓名
join-code = 一次性代码
join-enter = 进入
name-missing = 请输入姓名。
code-wrong = 代码错误、已使用或已过期。请向管理员索取新的代码。
code-too-often = 尝试次数过多。请 15 分钟后再试。

# Private link
link-title = 在其他设备上打开
link-lead = 在其他设备上打开此链接即可继续对话。任何持有链接的人都能阅读，请勿转发给他人。
link-address = 专用链接
link-copy = 复制
link-copied = 已复制
forget-lead = 与他人共用设备？请先保存上面的链接，再在此关闭对话。没有链接将无法再次打开。
forget = 在此设备上关闭
link-end-lead = 链接被他人看到了吗？请终止已生成的所有链接。已打开对话的设备不受影响。
link-end = 终止所有链接
back = 返回对话
resume-title = 切换到另一段对话？
resume-lead = 此设备上已打开另一段对话。如果继续，原对话将不再在此设备上打开。
resume-enter = 继续
resume-here = 在此设备上打开这段对话？
resume-here-lead = 请仅在链接属于您本人时继续：您之后所写的内容将属于这段对话。

# When something cannot be done
problem-400 = 请求无效。请刷新页面后重试。
problem-403 = 您无权进行此操作，或会话已结束。请重新打开页面。
problem-404 = 找不到该页面或文件。
problem-409 = 此消息无法修改。
problem-413 = 发送的内容太大。
problem-429 = 操作太快。请稍等一分钟后重试。
problem-500 = 我们这边出现了问题。请几分钟后重试，之前发送的内容不会丢失。
problem-503 = 服务繁忙。请几分钟后重试。
files-after-consent = 请先同意信息处理方式，然后再发送文件：在您同意之前，系统不保存任何文件。请先发送文字，不带文件。
disk-low = 系统暂时无法接收更多文件。文字仍可发送；请稍后再发送文件。
too-much-sent = 您一小时内发送的内容过多。请一小时后再发送文件。

# A case on paper
print-now = 打印本页
print-back = 返回对话
