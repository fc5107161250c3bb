## What officers are asked to write

writing-stop = Đổi ý thì trả lời “thôi”; chưa có gì được gửi đi.
writing-stopped = Đã thôi; chưa có gì được gửi đi.
writing-too = ⚠️ { $names } cũng đang viết cho #{ $code }.
toast-write = #{ $code }: xin viết nội dung trong 30 phút; chưa có gì được gửi đi.
toast-writing-too = #{ $code }: { $names } cũng đang viết. Chưa có gì được gửi đi.
sent-arrived = Đã gửi lúc { $at }, đã tới doanh nghiệp.
held-together = Sẽ đi cùng nhau:
held-together-line = • { $text }
held-wanted = ✍️ #{ $code }: { $name } đã dùng nội dung này đúng như đã chọn trên thẻ.
button-held-wanted = ✍️ Đúng như đã chọn trên thẻ
toast-held-wanted = #{ $code }: đã làm đúng như đã chọn trên thẻ.
held-tongue = 🌐 #{ $code }: doanh nghiệp dùng { $theirs }, nội dung này bằng { $ours }; chưa gửi đi. Viết lại bằng { $theirs } thì trả lời tin này; hoặc chọn bên dưới.
held-other-tongue = 🌐 Doanh nghiệp dùng { $theirs }, nội dung này bằng tiếng khác.
button-held-anyway = ✅ Vẫn gửi như vậy
