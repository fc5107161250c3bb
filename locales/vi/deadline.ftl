## How a deadline was counted

why-sentence = { $amount }, tính từ { $from }{ $parts }, đến { $due }
why-from-later = { $day } (gửi ngoài giờ hôm { $received })
why-extended = , gia hạn { $amount }
why-skipped = , trừ { $name } { $days }
why-worked = , tính cả { $day } làm bù
why-own-hours = , { $day } làm việc theo giờ riêng
why-rolled = , { $day } là ngày nghỉ nên lùi tới ngày làm việc kế tiếp
why-paused-days = , trừ { $count } ngày tạm dừng
why-paused-time = , trừ { $span } tạm dừng
long-received = • Nhận lúc { $at }, trong giờ làm việc.
long-received-later = • Gửi lúc { $at }, ngoài giờ làm việc: tính là nhận lúc { $counted }.
long-limit = • Thời hạn: { $amount }.
long-source = • Căn cứ: { $source }.
long-source-unverified = • Căn cứ: { $source } (chưa xác minh).
long-counting = • Cách đếm: { $rule }
counting-working_days =
    không tính ngày nhận; chỉ tính ngày làm việc; hạn là hết giờ làm việc của ngày cuối (theo Bộ luật Dân sự 2015, Điều 147 và 148; ngày lễ theo Bộ luật Lao động 2019, Điều 112{ $plain ->
        [yes] ).
       *[no] ; chưa xác minh).
    }
counting-working_hours =
    tính từng phút trong giờ làm việc kể từ lúc nhận (quy ước của dịch vụ{ $plain ->
        [yes] ).
       *[no] ; chưa xác minh).
    }
counting-calendar_days =
    không tính ngày nhận; tính cả ngày nghỉ; ngày cuối là ngày nghỉ thì lùi tới ngày làm việc kế tiếp (theo Bộ luật Dân sự 2015, Điều 147 và 148{ $plain ->
        [yes] ).
       *[no] ; chưa xác minh).
    }
long-skipped = • Nghỉ { $days }: { $name }.
long-worked = • Làm bù: { $day }.
long-own-hours = • { $day } làm việc theo giờ riêng: { $name }.
long-rolled = • Ngày cuối là { $day }, ngày nghỉ: lùi tới ngày làm việc kế tiếp.
long-paused = • Tạm dừng chờ doanh nghiệp từ { $first } đến { $last }: lùi { $amount }.
long-paused-nothing = • Tạm dừng chờ doanh nghiệp từ { $first } đến { $last }: không lùi.
long-extended = • Gia hạn: { $amount }.
long-due = • Hạn: { $at }.
long-calendar = • Lịch làm việc: bản { $version }.
amount-working-days = { $count } ngày làm việc
amount-calendar-days = { $count } ngày tính cả ngày nghỉ
amount-working-time = { $span } làm việc
span-hours = { $count } giờ
span-minutes = { $count } phút
and-then = { $first } { $last }
both = { $first } và { $last }
weekday-date = { $weekday } { $date }
date = { NUMBER($day, minimumIntegerDigits: 2) }/{ NUMBER($month, minimumIntegerDigits: 2) }
date-with-year = { NUMBER($day, minimumIntegerDigits: 2) }/{ NUMBER($month, minimumIntegerDigits: 2) }/{ $year }
dates = { $first }–{ $last }
days-of-month = { NUMBER($firstday, minimumIntegerDigits: 2) }–{ NUMBER($lastday, minimumIntegerDigits: 2) }/{ NUMBER($month, minimumIntegerDigits: 2) }
days-of-month-and-year = { NUMBER($firstday, minimumIntegerDigits: 2) }–{ NUMBER($lastday, minimumIntegerDigits: 2) }/{ NUMBER($month, minimumIntegerDigits: 2) }/{ $year }
occasion-new_year = Tết Dương lịch
occasion-tet = Tết
occasion-hung_kings = Giỗ Tổ Hùng Vương
occasion-reunification = Ngày Chiến thắng
occasion-labour_day = Quốc tế Lao động
occasion-national_day = Quốc khánh
occasion-culture_day = Ngày Văn hóa Việt Nam
occasion-swapped = ngày nghỉ hoán đổi
occasion-special = ngày nghỉ riêng
