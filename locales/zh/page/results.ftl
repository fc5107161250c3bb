# Published answers and headline figures for everybody
results-title = 企业诉求办理结果
results-lead = { $province }各单位已公开的答复及全省概况。
results-figures = 全省概况
results-received = 收到
results-answered = 已答复
results-solved = 企业确认已解决
results-on-time = 按时答复
results-number = { NUMBER($count) }
results-share = { $share }%
results-few = 事项较少
results-as-of = { $year }年，统计至{ $day }之前。小于五的数字不予公布。
results-search = 在答复中搜索
results-find = 搜索
results-newest = 最新公开
results-found = { $count ->
       *[other] 找到 { $count } 条答复
    }
results-none = 暂无相符的答复。您可以提交自己的诉求，由主管单位答复。
results-nobody = 本页不公布任何企业或提交人的名称。
