## Investment projects and what is at stake

told-linked = 关联项目
told-weighed = 说明所涉金额
