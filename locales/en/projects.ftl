## Investment projects and what is at stake

told-linked = linked to a project
told-weighed = told what is at stake
project-linked = 🏗 { $case } belongs to the project “{ $project }” ({ $about }).
project-thanks = ✅ Noted: case #{ $code } belongs to the project “{ $project }”.
projects-none = No open case is linked to a project yet. To link one: /duan #CODE PROJECT-CODE
projects-head =
    { $count ->
        [one] 🏗 { $count } project with open obstacles, oldest first
       *[other] 🏗 { $count } projects with open obstacles, oldest first
    }
projects-line =
    { $count ->
        [one] 🏗 { $project } ({ $about }) · { $place } · { $state }: { $count } case
       *[other] 🏗 { $project } ({ $about }) · { $place } · { $state }: { $count } cases
    }
projects-case = • #{ $code } · filed { $since } · { $department } · { $state }
stake-question = If you like: about how much money does the obstacle #{ $code } affect? It helps the province see what should come first; you need not answer.
stake-1 = Less than 1 billion VND
stake-2 = 1 to 10 billion VND
stake-3 = 10 to 100 billion VND
stake-4 = More than 100 billion VND
stake-thanks = ✅ Noted for case #{ $code }. Thank you.
stake-told = 💰 { $case }: the business says what is at risk: { $band }.
button-weigh = 💰 What is at risk
refused-project-hidden = A case filed in secret is linked to no project and no amount: that would tell who filed.
refused-which-project = Please give the project's code or name, such as /duan DA-012
refused-no-project = There is no project “{ $text }”, or there are several. Please give its code.
refused-projects-task-group = The list by project is for the task group and leadership. To link a case of yours: /duan #CODE PROJECT-CODE
