## A case on paper

print-title = Receipt for case #{ $code }
print-business = Business
print-hidden = Name withheld from the department
print-kind = Kind
print-filed = Sent
print-state = Status
print-department = Department
print-deadline = Answer due
print-reply-by = Waiting for your reply until
print-outcome = Outcome
print-text = What was sent
print-files = Attachments
print-files-count =
    { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
print-answer = The department's answer
print-timeline = What has happened
print-made = Made by the Gỡ Vướng service of { $province } province, { $at }. It is for your own records and does not replace the appointment slip of an administrative procedure.
print-here = 📄 The receipt for case #{ $code }, to keep or to print. Follow the case: /tracuu #{ $code }
print-here-page = 📄 The receipt for case #{ $code }, to keep or to print. Print it here: { $address }
button-print = 📄 Receipt
phone-of = 📞 { $who }: { $phone }
