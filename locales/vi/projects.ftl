## Investment projects and what is at stake

told-linked = gắn với dự án
told-weighed = cho biết giá trị bị ảnh hưởng
