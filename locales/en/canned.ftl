## Answers and legal bases that officers keep

canned-head =
    { $count ->
        [0] 🗂 Nothing is kept{ $words ->
            [none] { "" }
           *[other] { " " }with “{ $words }”
        }. To keep something: type /canned add TITLE and the text on the next lines; [code], [business], [department], [deadline], [officer] are filled in.
       *[other] 🗂 Kept answers and legal bases{ $words ->
            [none] { "" }
           *[other] { " " }with “{ $words }”
        }: { $count }. Reply to a card with /canned and tap one to use it.
    }
canned-line =
    • { $title } ({ $languages }{ $whose ->
        [province] , the province's
       *[own] { "" }
    }, used { $used ->
        [one] once
       *[other] { $used } times
    }): { $text }
canned-kept = 🗂 “{ $title }” is kept ({ $languages }). To use it: reply to a card with /canned
refused-canned = Please type /canned add TITLE in the first line and the text below it. A title has at most 80 characters.
refused-canned-none = This department keeps nothing called “{ $text }”. The list: /canned
