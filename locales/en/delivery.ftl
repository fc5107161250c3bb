## Put together at delivery

files-withheld =
    { $count ->
        [one] 🔒 1 file is not passed on: files of this kind stay with the task group, because they may hold details of the sender.
       *[other] 🔒 { $count } files are not passed on: files of this kind stay with the task group, because they may hold details of the sender.
    }
files-withheld-here = 🔒 #{ $code }: the department was not given this file, because it may give away who sent it. If it needs the content, please pass on what does not reveal the sender.
file-missing =
    { $count ->
        [one] ⚠️ 1 attached file could not be downloaded; the sender is asked to send it again.
       *[other] ⚠️ { $count } attached files could not be downloaded; the sender is asked to send them again.
    }
part-continued = (continued)
channel-choices = Please type a number:
moment = { $time } on { $weekday } { $date }
weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
weekday-5 = Saturday
weekday-6 = Sunday
