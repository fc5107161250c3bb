## A case on paper

print-title = 事项回执 #{ $code }
print-business = 企业
print-hidden = 对承办机关隐名
print-kind = 类别
print-filed = 提交时间
print-state = 状态
print-department = 承办机关
print-deadline = 答复期限
print-reply-by = 等待您补充，截止
print-outcome = 结果
print-text = 内容
print-files = 附件
print-files-count = { $count } 个文件
print-answer = 机关的答复
print-timeline = 办理经过
print-made = 由 { $province } 省 Gỡ Vướng 系统于 { $at } 生成，供您留存查询，不能代替行政手续的领证凭条。
print-here = 📄 事项 #{ $code } 的回执，可保存或打印。继续查询：/tracuu #{ $code }
print-here-page = 📄 事项 #{ $code } 的回执，可保存或打印。在网页上打印：{ $address }
button-print = 📄 回执
phone-of = 📞 { $who }：{ $phone }
