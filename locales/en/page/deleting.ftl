# Deleting the conversation on the page
menu-delete = Delete this conversation
delete-title = Delete this conversation?
delete-lead = Every message of this conversation, the unfinished draft and files not sent yet are deleted from the page and from our server; no device and no private link opens it again. Cases filed anonymously go on: you come back to them with the private code.
delete-own = { $count ->
        [one] You have one case filed under your name or with your name hidden. It goes on, but after this you can no longer read its answer on this page.
       *[other] You have { $count } cases filed under your name or with your name hidden. They go on, but after this you can no longer read their answers on this page.
    }
delete-yes = Delete
