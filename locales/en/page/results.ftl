# Published answers and headline figures for everybody
results-title = What became of businesses' obstacles
results-lead = Published answers of the authorities of { $province }, and figures for the whole province.
results-figures = Figures for the province
results-received = Received
results-answered = Answered
results-solved = Solved, the businesses say
results-on-time = Answered on time
results-number = { NUMBER($count) }
results-share = { $share }%
results-few = few cases
results-as-of = { $year }, up to before { $day }. Numbers below five are not told.
results-search = Search the answers
results-find = Search
results-newest = Newly published
results-found = { $count ->
        [one] { $count } answer found
       *[other] { $count } answers found
    }
results-none = No answer fits yet. You can file your own obstacle and the authority will answer.
results-nobody = No business and no sender is named on this page.
