## Systemic issues

signal-told =
    { $count ->
        [one] 📈 In { $days } days: { $count } case { $what }, from { $businesses } different businesses; { $usual }.
       *[other] 📈 In { $days } days: { $count } cases { $what }, from { $businesses } different businesses; { $usual }.
    }
signal-usual =
    { $count ->
        [one] usually there is about one business
       *[other] usually there are about { $count } businesses
    }
signal-seldom = usually there is hardly any
signal-cases = The cases: { $codes }
signal-hint = They may have one cause in common. If so, open a systemic issue to deal with all of them at once; if not, please ignore this message.
about-topic = about “{ $name }”
about-place = in { $name }
about-department = for { $name }
issue-opened = 🧩 { $name } has opened the systemic issue #{ $code }: cases { $what }.
issue-head =
    { $count ->
        [one] 🧩 Systemic issue #{ $code }: { $count } case { $what }
       *[other] 🧩 Systemic issue #{ $code }: { $count } cases { $what }
    }
issue-opened-by = Opened by { $name }, { $at }
issue-case = • #{ $code } · { $department } · { $state }
issue-more =
    { $count ->
        [one] … and { $count } more case
       *[other] … and { $count } more cases
    }
issue-how = Put cases in or take them out: /issues #{ $code } add #CODE, /issues #{ $code } remove #CODE. Close: /issues #{ $code } close and the result
issue-closed =
    🏁 Closed by { $name }, { $at }. Result:

    { $text }
issue-put-in =
    { $count ->
        [one] ✅ { $codes } now belongs to the systemic issue #{ $code }, which has { $count } case.
       *[other] ✅ Put { $codes } into the systemic issue #{ $code }, which now has { $count } cases.
    }
issue-taken-out =
    { $count ->
        [one] ✅ Took { $codes } out of the systemic issue #{ $code }; { $count } case is left.
       *[other] ✅ Took { $codes } out of the systemic issue #{ $code }; { $count } cases are left.
    }
issue-unchanged =
    { $count ->
        [one] The systemic issue #{ $code } is unchanged: { $count } case. See the list: /issues #{ $code }
       *[other] The systemic issue #{ $code } is unchanged: { $count } cases. See the list: /issues #{ $code }
    }
issue-like-head = 🧩 New cases like those of an open systemic issue. The task group decides whether they belong to it.
issue-like =
    { $count ->
        [one] • #{ $code } (cases { $what }): { $count } new case: { $codes }. Put it in: /issues #{ $code } add #CODE
       *[other] • #{ $code } (cases { $what }): { $count } new cases: { $codes }. Put them in: /issues #{ $code } add #CODE
    }
issue-of-case = 🧩 Belongs to the systemic issue #{ $code } (cases { $what })
issues-head =
    { $count ->
        [one] 🧩 { $count } open systemic issue. See its cases: /issues #CODE
       *[other] 🧩 { $count } open systemic issues. See the cases of one: /issues #CODE
    }
issues-line =
    { $count ->
        [one] • #{ $code } · { $count } case { $what }
       *[other] • #{ $code } · { $count } cases { $what }
    }
issues-none = No systemic issue is open. When unusually many similar cases come in, a message here tells you, with a button to open one.
