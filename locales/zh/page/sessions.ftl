# Sessions that are open
menu-sessions = 已打开的会话
sessions-title = 已打开的会话
sessions-lead = 此对话正在以下设备上打开。如有不认识的设备，请结束该会话。
sessions-lead-desk = 以下人员正在打开此工作台。设备丢失或人员调离时，请结束相应会话。
session-since = 打开于 { $at }
session-used = 最近使用 { $at }
session-this = 本会话
session-end = 结束
sessions-end-others = 结束所有其他会话
