## The catalogue

catalogue-day-changed = 📅 { $by } 修改了工作日历：{ $date } { $what ->
        [off] 为休息日
        [worked] 为工作日
       *[none] 不再是特殊日期
    }。此后提交的事项按新日历计算。未结事项保持已告知的期限，直到工作组在 { $address } 查看并重新计算
