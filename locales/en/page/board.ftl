## The board: the way in

board-title = Board
board-door = The board needs a sign-in link
board-door-how = Type { $command } in the group chat of your department, the task group or leadership; you are sent a link that works once.
board-door-why = There is no password. A session closes by itself after some hours, and when the group chat is no longer bound.
board-link = Open the board
board-link-once = This link works once, on this device. Press the button to open the board.
board-link-open = Open the board
board-link-over = This link has been used or has expired
menu-board = Board
board-role-task-group = Task group
board-role-leadership = Leadership
board-skip = Skip to the main content
board-pages = Pages of the board

## Pages

board-now = Now
board-cases = Cases
board-trends = Trends
board-departments = Departments
board-topics = Topics
board-places = Places
board-hours = Hours
board-signals = Systemic issues
board-tasks = Directives, projects
board-directives = Directives under way
board-projects = Projects with open cases
board-no-projects = No project has an open case.
board-project = Project
board-oldest = Waiting since
board-capital = Capital, million dong
board-as-of = As of { $at }
board-meanings = How the figures are counted
board-basis = Counted by: { $basis }.
board-download = Download this table:
board-not-drawn = The workbook could not be made. Please try again, or download the CSV file.
board-nothing = There are no cases in this time.
board-period = Period
board-name-week = Week { $n } of { $year }
board-name-month = { $n }/{ $year }
board-name-quarter = Quarter { $n } of { $year }
board-name-year = { $year }
board-this-week = This week
board-this-month = This month
board-this-quarter = This quarter
board-this-year = This year

## Now

board-what = What
board-open = Open
board-overdue = Overdue
board-soon = Due soon
board-unaccepted = Nobody has accepted
board-asked = Waiting for the business
board-paused = Clock paused
board-appeal = Appeals of businesses
board-imported = From earlier lists
board-basis-now = the instant at the top of the page
board-open-means = Cases a department still has to settle, also while it waits for the business.
board-overdue-means = Open cases past their deadline; where the business was asked before it, the clock stands and they do not count.
board-soon-means = Open cases, not late, with a running clock, due within three working days.
board-unaccepted-means = Cases new or reopened that no officer has accepted yet.
board-asked-means = Cases waiting for the business to reply to the department's question.
board-appeal-means = Open cases whose business has said at least once that they were not solved.
board-imported-means = Cases taken over from a list the office already had, settled or not; counted in no other number.
board-ages = Open cases by how long they have waited
board-ages-lead = In working days since the business filed. Averages of finished cases look better when hard ones stay open, so look at these, too.
board-age = Waiting for
board-with-whom = With which department
board-department = Department
board-order-official = In the order of the province's own list; this is no ranking.
board-nothing-open = No case is open.

## Trends

board-trends-lead = The last twelve whole periods; the one under way is not drawn, as it cannot be compared yet.
board-by-week = By week
board-by-month = By month
board-flow = Received and answered
board-links-as-now = Each period is counted as it stood when it ended. The list behind a number shows the cases as they are now.
board-line-received = Cases received
board-line-on-time = Share answered on time
board-received-lead = The level line is this series' own mean; the dashed lines are the limits of its usual variation (mean ± 2.66 × mean moving range).
board-on-time-lead = Per cent answered within the original deadline, of all answered. Periods with fewer than 10 answers are not drawn.
board-own-mean = mean
board-usual-up-to = usual up to
board-usual-from = usual from
board-limits-are = The mean is { $mean }; usually it lies between { $low } and { $high }. A square marks a period outside.
board-limits-few = There are not yet twelve periods to say what is usual; only the points are drawn.
board-judgement = Assessment
board-usual = usual
board-unusual = unusual, worth a look
board-few = few cases

## Departments

board-fair = Every share comes with its cases and its 95% interval. Below { $n } cases only the fraction is told, without assessment.
board-interval = 95% interval
board-passed-on = Passed on
board-central = Bodies of the central government
board-central-lead = Partly beyond the province's power; kept apart and not compared with departments.
board-communes = People's committees of communes
board-communes-lead = Most have few cases: look at each case rather than compare shares.
board-short-received = Received
board-short-answered = Answered
board-short-on-time = On time
board-short-extended = Within an extension
board-short-late = Late
board-short-overdue-now = Overdue now
board-short-carried-forward = Carried forward
board-short-median-first-word-hours = Hours to the first word, median
board-short-reopened = Reopened
board-short-raised-again = Raised again
board-short-explained = Explained only
board-short-weighed = Tell what is at stake
board-short-at-risk = At risk, million dong
board-short-declined = Declined
board-short-median-resolution-hours = Hours to the answer, median
board-short-p90-resolution-hours = Hours to the answer, 90%
board-short-paused-percent = Paused, %
board-funnel = Share on time against the number of cases answered
board-answered-cases = cases answered
board-common = whole province { $share }%
board-by-chance = Among { $n } departments one or two lie outside the 95% limits (dashed) by chance alone. Only one outside the 99.8% limits (solid) differs clearly.
board-outside = { $k } of { $n } departments lie outside the 99.8% limits: they do differ, by how they work or by how hard their matters are. Look at the cases before concluding.
board-undecided = { $n } cases have no department yet and are not in the table.
board-sum = The rows add up to { $sum } cases received; the whole province: { $whole }. A case counts for the department that had it at the end.
board-gaming = Passed on, reopened, raised again, declined and explained only stand beside the share on time, which can also be reached by passing cases on or answering for the sake of it.
board-newcomers = Their group chat was bound within this time, so earlier figures do not speak of them: { $names }.
board-standing-few = few cases
board-standing-usual = within the usual
board-standing-look-below = low, worth a look
board-standing-look-above = high, worth a look
board-standing-below = clearly low
board-standing-above = clearly high

## Topics, places, hours, signals

board-withheld = { $n } groups of fewer than { $few } cases (or needed to keep those from being worked out) are not told, as somebody in them hides their identity.
board-several-places = A case may name several communes and counts in each.
board-places-lead = From the communes that texts name; { $n } cases name none or have not been read yet. Tiles stand under the former districts, not where they are on a map. Numbers below { $few } are not told where somebody hides.
board-map = Communes
board-district = Former district
board-place = Commune
board-hours-lead = Cases by hour and weekday of filing. Cells below { $few } cases are not told exactly.
board-hour = Hour
board-issues = Open systemic issues
board-issue = Code
board-about = About
board-since = Opened
board-no-issues = No systemic issue is open.
board-signals-lead = When clearly more businesses than usual raised the same matter, in the last 12 months.
board-no-signals = Nothing unusual was found in the last 12 months.
board-days = Days
board-businesses = Businesses
board-expected = Usual

## Cases

board-cases-title = List of cases
board-found =
    { $n ->
        [0] No cases
        [1] 1 case
       *[other] { $n } cases
    }
board-text = Text
board-days-late = { $n } working days late
board-ask-q = Search by words or code
board-show = Show
board-more-asks = Filter and sort
board-clear = Clear filters
board-any = All
board-ask-department = Department
board-ask-status = Situation
board-ask-state = State
board-ask-topic = Topic
board-ask-pci = PCI component
board-ask-kind = Kind
board-ask-age = Waiting for
board-ask-outcome = Outcome
board-ask-tier = Name of the business
board-ask-channel = Channel
board-ask-language = Language
board-ask-place = Commune
board-ask-order = Order
board-ask-from = Filed from
board-ask-to = Filed to
board-ask-answered-from = Answered from
board-ask-answered-to = Answered to
board-order-usual = Nearest deadline first
board-order-deadline = Nearest deadline first
board-order-oldest = Filed first
board-order-newest = Filed last
board-order-answered = Answered last
board-order-department = By department
board-tier-open = Named
board-tier-hidden = Hidden
board-tier-anonymous = Anonymous
board-no-cases = No case fits. Please ask for less.
board-page-empty = There are no more cases on this page; please go back.
board-turn = Previous and next page
board-before = ← Previous page
board-next = Next page →
board-business = Business
board-officer = Officer
board-no-text = No words, only files.
board-answer = Answer
board-why = How the deadline is counted
board-events = What happened
board-in-chat = All of it, and what can be done, in the group chat: { $command }
