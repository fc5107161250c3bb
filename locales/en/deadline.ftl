## How a deadline was counted

why-sentence = { $amount } from { $from }{ $parts }, until { $due }
why-from-later = { $day } (sent after hours on { $received })
why-extended = , extended by { $amount }
why-skipped = , not counting { $name } { $days }
why-worked = , counting { $day }, which was worked
why-own-hours = , { $day } having hours of its own
why-rolled = , { $day } being a day off, hence the next working day
why-paused-days =
    { $count ->
        [one] , not counting { $count } day of pause
       *[other] , not counting { $count } days of pause
    }
why-paused-time = , not counting { $span } of pause
long-received = • Received at { $at }, within office hours.
long-received-later = • Sent at { $at }, outside office hours: counts as received at { $counted }.
long-limit = • Limit: { $amount }.
long-source = • Set by: { $source }.
long-source-unverified = • Set by: { $source } (not verified).
long-counting = • Counting: { $rule }
counting-working_days =
    the day of receipt does not count; only working days do; due at the close of the last day (Civil Code 2015, articles 147 and 148; holidays by the Labour Code 2019, article 112{ $plain ->
        [yes] ).
       *[no] ; not verified).
    }
counting-working_hours =
    every minute of office hours from the receipt on (this service's own rule{ $plain ->
        [yes] ).
       *[no] ; not verified).
    }
counting-calendar_days =
    the day of receipt does not count; days off do; a last day that is off moves to the next working day (Civil Code 2015, articles 147 and 148{ $plain ->
        [yes] ).
       *[no] ; not verified).
    }
long-skipped = • Off on { $days }: { $name }.
long-worked = • Worked instead: { $day }.
long-own-hours = • { $day } has hours of its own: { $name }.
long-rolled = • The last day is { $day }, a day off: the next working day counts.
long-paused = • Paused for the business from { $first } to { $last }: { $amount } later.
long-paused-nothing = • Paused for the business from { $first } to { $last }: moves nothing.
long-extended = • Extended by { $amount }.
long-due = • Due: { $at }.
long-calendar = • Working calendar: version { $version }.
amount-working-days =
    { $count ->
        [one] { $count } working day
       *[other] { $count } working days
    }
amount-calendar-days =
    { $count ->
        [one] { $count } calendar day
       *[other] { $count } calendar days
    }
amount-working-time = { $span } of office time
span-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
span-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
and-then = { $first } { $last }
both = { $first } and { $last }
weekday-date = { $weekday } { $date }
date = { NUMBER($day, minimumIntegerDigits: 2) }/{ NUMBER($month, minimumIntegerDigits: 2) }
date-with-year = { NUMBER($day, minimumIntegerDigits: 2) }/{ NUMBER($month, minimumIntegerDigits: 2) }/{ $year }
dates = { $first }–{ $last }
days-of-month = { NUMBER($firstday, minimumIntegerDigits: 2) }–{ NUMBER($lastday, minimumIntegerDigits: 2) }/{ NUMBER($month, minimumIntegerDigits: 2) }
days-of-month-and-year = { NUMBER($firstday, minimumIntegerDigits: 2) }–{ NUMBER($lastday, minimumIntegerDigits: 2) }/{ NUMBER($month, minimumIntegerDigits: 2) }/{ $year }
occasion-new_year = New Year
occasion-tet = Tet
occasion-hung_kings = Hung Kings' Day
occasion-reunification = Reunification Day
occasion-labour_day = Labour Day
occasion-national_day = National Day
occasion-culture_day = Culture Day
occasion-swapped = a swapped day off
occasion-special = a day off of its own
