# Sessions that are open
menu-sessions = Các phiên đang mở
sessions-title = Các phiên đang mở
sessions-lead = Cuộc trò chuyện này đang mở trên những thiết bị sau. Thấy thiết bị lạ thì xin kết thúc phiên đó.
sessions-lead-desk = Những người đang mở bàn làm việc này. Máy đã mất, người đã chuyển công tác: xin kết thúc phiên đó.
session-since = mở từ { $at }
session-used = dùng gần nhất { $at }
session-this = Phiên này
session-end = Kết thúc
sessions-end-others = Kết thúc mọi phiên khác
