# Sessions that are open
menu-sessions = Open sessions
sessions-title = Open sessions
sessions-lead = This conversation is open on these devices. If one of them is not yours, please end it.
sessions-lead-desk = These people have this desk open. A computer is lost, somebody has left: please end that session.
session-since = since { $at }
session-used = last used { $at }
session-this = This session
session-end = End
sessions-end-others = End all other sessions
