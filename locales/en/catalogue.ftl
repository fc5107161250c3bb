## The catalogue

catalogue-day-changed = 📅 { $by } changed the working calendar: { $date } { $what ->
        [off] is a day off
        [worked] is worked
       *[none] is no special day any more
    }. Cases filed from now on go by the new calendar. Open cases keep the deadline that was told until the task group looks at them and counts them anew at { $address }
