## How a deadline was counted

why-sentence = 自{ $from }起 { $amount }{ $parts }，截至 { $due }
why-from-later = { $day }（{ $received } 工作时间外提交）
why-extended = ，延期 { $amount }
why-skipped = ，扣除{ $name } { $days }
why-worked = ，{ $day } 补班计入
why-own-hours = ，{ $day } 工作时间另定
why-rolled = ，{ $day } 是休息日，顺延至下一个工作日
why-paused-days = ，扣除暂停 { $count } 天
why-paused-time = ，扣除暂停 { $span }
long-received = • { $at } 收到，在工作时间内。
long-received-later = • { $at } 提交，在工作时间外：视为 { $counted } 收到。
long-limit = • 期限：{ $amount }。
long-source = • 依据：{ $source }。
long-source-unverified = • 依据：{ $source }（尚未核实）。
long-counting = • 计算方法：{ $rule }
counting-working_days =
    收到当天不计；只计工作日；以最后一天下班时间为限（2015年《民法典》第147、148条；节假日依据2019年《劳动法典》第112条{ $plain ->
        [yes] ）。
       *[no] ；尚未核实）。
    }
counting-working_hours =
    自收到起按工作时间逐分钟计算（本服务的规定{ $plain ->
        [yes] ）。
       *[no] ；尚未核实）。
    }
counting-calendar_days =
    收到当天不计；休息日计入；最后一天为休息日的，顺延至下一个工作日（2015年《民法典》第147、148条{ $plain ->
        [yes] ）。
       *[no] ；尚未核实）。
    }
long-skipped = • { $days } 休息：{ $name }。
long-worked = • 补班：{ $day }。
long-own-hours = • { $day } 工作时间另定：{ $name }。
long-rolled = • 最后一天 { $day } 是休息日：顺延至下一个工作日。
long-paused = • { $first } 至 { $last } 暂停（等待企业）：顺延 { $amount }。
long-paused-nothing = • { $first } 至 { $last } 暂停（等待企业）：不顺延。
long-extended = • 延期：{ $amount }。
long-due = • 截止：{ $at }。
long-calendar = • 工作日历版本：{ $version }。
amount-working-days = { $count } 个工作日
amount-calendar-days = { $count } 个自然日
amount-working-time = { $span }工作时间
span-hours = { $count } 小时
span-minutes = { $count } 分钟
and-then = { $first } { $last }
both = { $first }和{ $last }
weekday-date = { $date } { $weekday }
date = { $month }月{ $day }日
date-with-year = { $year }年{ $month }月{ $day }日
dates = { $first }至{ $last }
days-of-month = { $month }月{ $firstday }日至{ $lastday }日
days-of-month-and-year = { $year }年{ $month }月{ $firstday }日至{ $lastday }日
occasion-new_year = 元旦
occasion-tet = 春节
occasion-hung_kings = 雄王祭祖日
occasion-reunification = 南方解放日
occasion-labour_day = 国际劳动节
occasion-national_day = 国庆节
occasion-culture_day = 越南文化日
occasion-swapped = 调休日
occasion-special = 特别休息日
