## Investment projects and what is at stake

told-linked = 关联项目
told-weighed = 说明所涉金额
project-linked = 🏗 { $case } 属于项目“{ $project }”（{ $about }）。
project-thanks = ✅ 已记录：事项 #{ $code } 属于项目“{ $project }”。
projects-none = 目前没有关联项目的未结事项。关联：/duan #编号 项目编号
projects-head =
    { $count ->
       *[other] 🏗 有未结困难的项目 { $count } 个，最早的在前
    }
projects-line =
    { $count ->
       *[other] 🏗 { $project }（{ $about }）· { $place } · { $state }：{ $count } 件
    }
projects-case = • #{ $code } · 提交 { $since } · { $department } · { $state }
stake-question = 可自愿填写：困难 #{ $code } 涉及的金额大约多少？这有助于省里确定先办哪些事；也可以不回答。
stake-1 = 10亿越盾以下
stake-2 = 10亿至100亿越盾
stake-3 = 100亿至1000亿越盾
stake-4 = 1000亿越盾以上
stake-thanks = ✅ 已为事项 #{ $code } 记录，谢谢。
stake-told = 💰 { $case }：企业说明所涉金额：{ $band }。
button-weigh = 💰 所涉金额
refused-project-hidden = 隐名或匿名事项不关联项目和金额，否则会暴露企业。
refused-which-project = 请写明项目编号或名称，例如 /duan DA-012
refused-no-project = 没有或有多个项目“{ $text }”。请写明项目编号。
refused-projects-task-group = 项目列表仅供工作组和领导查看。关联本部门的事项：/duan #编号 项目编号
