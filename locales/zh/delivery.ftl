## Put together at delivery

files-withheld =
    { $count ->
       *[other] 🔒 有 { $count } 个文件未转交：此类文件可能含有提交人的信息，由工作组保管。
    }
files-withheld-here = 🔒 事项 #{ $code }：此文件可能暴露提交人，未转交办理部门。如部门需要其内容，请工作组转达不涉及身份的部分。
file-missing =
    { $count ->
       *[other] ⚠️ { $count } 个附件无法下载，请发送人重新发送。
    }
part-continued = （续）
channel-choices = 请输入序号选择：
moment = { $date } { $weekday } { $time }
weekday-0 = 星期一
weekday-1 = 星期二
weekday-2 = 星期三
weekday-3 = 星期四
weekday-4 = 星期五
weekday-5 = 星期六
weekday-6 = 星期日
