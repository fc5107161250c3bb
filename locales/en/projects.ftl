## Investment projects and what is at stake

told-linked = linked to a project
told-weighed = told what is at stake
