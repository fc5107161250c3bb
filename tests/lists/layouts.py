"""Ten layouts of lists as they are found in offices, one of them from elsewhere, filled with made-up petitions.

Rows are written cell by cell with "|" between; "#5" is the number five, "@2026-03-02" a day as Excel keeps it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

LAND, BUILD, TAX = "Sở Tài nguyên và Môi trường", "Sở Xây dựng", "Cục Thuế tỉnh"


def put(sheet: Worksheet, rows: str) -> None:
    """These rows below what stands there."""
    for row in rows.strip("\n").splitlines():
        sheet.append([_value(cell.strip()) for cell in row.split("|")])


def _value(cell: str) -> Any:
    if cell.startswith("#"):
        return int(cell[1:])
    if cell.startswith("@"):
        return datetime.fromisoformat(cell[1:])
    return cell.replace("⏎", "\n").replace("¦", "|") or None


def dialogue(sheet: Worksheet) -> None:
    """L1: question, firm, address and day in one cell; no state; telephone numbers under no heading."""
    put(
        sheet,
        f"""
Doanh nghiệp hỏi|Tên doanh nghiệp|Ngày trả lời|Đơn vị Trả lời
Hồ sơ thuê đất chưa xong (Lan Anh ¦ Địa chỉ: Đồng Đăng ¦ Ngày hỏi: 03/05/2024)|Công ty Lan Anh|20/05/2024|{LAND}\
|"phone":"0912345678"
Hỏi lần hai về cấp phép (Mai Hoa ¦ Địa chỉ: Kỳ Lừa ¦ Ngày hỏi: 4/6/2024)|Công ty Mai Hoa||{BUILD}|0987654321
""",
    )


def ministry(sheet: Worksheet) -> None:
    """L2: the state is the colour of the row; no days at all; each text begins with its own number."""
    put(
        sheet,
        f"""
STT|Đối tượng kiến nghị|Nội dung kiến nghị|Lĩnh vực|Loại kiến nghị|Đơn vị trả lời
#1|Công ty Lan Anh|12. Đề nghị hướng dẫn thủ tục thuê đất|Đất đai|Hướng dẫn áp dụng|{LAND}
#2|Công ty Mai Hoa|13. Đề nghị sửa quy định cấp phép|Xây dựng|Chính sách bất cập|{BUILD}
#3|HTX Hồi|14. Đề nghị hoàn thuế nhanh hơn|Thuế|Khác|{TAX}
""",
    )
    for row, colour in ((2, "92D050"), (3, "FFFF00"), (4, "FF0000")):
        for cell in sheet[row]:
            cell.fill = PatternFill("solid", fgColor=colour)


def by_agency(sheet: Worksheet) -> None:
    """L3: a summary by agency under a heading of two rows: no petition in it."""
    put(
        sheet,
        f"""
PHỤ LỤC 1
STT|Tên cơ quan, đơn vị|Tổng số kiến nghị|Tổng số KN đã trả lời|Kết quả giải quyết
||||Đã giải quyết xong|Đang giải quyết|Giải trình, thông tin
#1|{LAND}|#9|#8|#4|#2|#2
#2|{BUILD}|#4|#4|#4|#0|#0
|Tổng|#13|#12|#8|#2|#2
""",
    )
    sheet.merge_cells("E2:G2")


def backlog(sheet: Worksheet) -> None:
    """L4: a summary with a total that was added up twice, and a row of shares."""
    put(
        sheet,
        f"""
Tổng hợp 13 kiến nghị
(đã xong 8, đang giải quyết 5)
STT|Tên bộ, ngành|Tổng số kiến nghị|Kiến nghị đã giải quyết xong|Kiến nghị đang giải quyết
#1|{LAND}|#9|#4|#5
#2|{BUILD}|#4|#4|#0
|Tổng|#26|#16|#10
|Tỷ lệ|100%|61,54%|38,46%
""",
    )


def still_open(sheet: Worksheet) -> None:
    """L5: several tables on a sheet, agencies in merged rows, numbers that begin anew in each group."""
    put(
        sheet,
        """
PHỤ LỤC 5
Danh sách 04 kiến nghị chưa giải quyết
Bảng 1: 3 kiến nghị có lộ trình giải quyết đến quý III năm 2026
STT|Nội dung kiến nghị/địa phương kiến nghị|Thời điểm kiến nghị
1. Sở Tài nguyên và Môi trường (2)
#1|Đề nghị rút ngắn thời gian cấp sổ đỏ (xã Chi Lăng, xã Quan Sơn)|03.05.2024
#2|Đề nghị công khai giá đất cụ thể|44275
2. Sở Xây dựng (1)
#1|Đề nghị mở rộng đường vào cụm công nghiệp|#45000
Bảng 2: 1 kiến nghị thiếu nguồn lực
STT|Nội dung kiến nghị/địa phương kiến nghị|Thời điểm kiến nghị
1. Ban Dân vận tỉnh (1)
#1|Đề nghị hỗ trợ hội doanh nghiệp trẻ|01/02/2025
""",
    )
    for row in (1, 2, 3, 5, 8, 10, 12):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=3)


def ward(sheet: Worksheet) -> None:
    """L6: 23 columns under two rows of headings; the state is which of three columns the text stands in."""
    put(
        sheet,
        f"""
STT|Mã vụ việc|Nguồn tiếp nhận|Thông tin người gửi|||Lĩnh vực|Địa chỉ nơi phản ánh|Nội dung kiến nghị\
|Đơn vị xử lý trực tiếp|Thẩm quyền xử lý||Ngày tiếp nhận\
|UBND chuẩn bị báo cáo (Chậm nhất trước kỳ họp 30 ngày)|Thời hạn báo cáo tổng hợp\
|Thời gian gia hạn (nếu có)|Ghi nhận|Văn bản trả lời (Link)|Nội dung rà soát trả lời kiến nghị|||Ghi chú|Hành động
|||Họ tên|Địa chỉ liên hệ|Số điện thoại||||Các phòng, ban chuyên môn giải quyết|Phường|Sở/Ngành TP\
|||||||Hoàn thành|Chưa giải quyết|1 Phần||
#1|KN-1|Trực tiếp|Công ty Số 1|Kỳ Lừa|0912 345 678|Xây dựng|-|Đề nghị cấp phép công trình một|{BUILD}||✓|1/3/2026\
|Ngày họp trừ 30 ngày|-|-||1/UBND|Đã cấp phép|-|-|-|Xem
#2|KN-2|Trực tiếp|Công ty Số 2|Kỳ Lừa|0912 345 679|Xây dựng|-|Đề nghị cấp phép công trình hai|{BUILD}||✓|2/3/2026\
|Ngày họp trừ 30 ngày|-|-||2/UBND|-|Chờ tỉnh||-|Xem
#3|KN-3|Trực tiếp|Công ty Số 3|Kỳ Lừa|0912 345 670|Xây dựng|-|Đề nghị cấp phép công trình ba|{BUILD}||✓|3/3/2026\
|Ngày họp trừ 30 ngày|-|-||3/UBND|||Một nửa|-|Xem
""",
    )
    for columns in ("D1:F1", "K1:L1", "S1:U1", *(f"{letter}1:{letter}2" for letter in "ABCGHIMNOPQRVW")):
        sheet.merge_cells(columns)


def weekly(sheet: Worksheet) -> None:
    """L7: the state is the sheet; statistics stand below the table."""
    sheet.title = "Chưa hoàn thành"
    put(
        sheet,
        f"""
STT|Mã KN|Đơn vị|Nội dung kiến nghị|Xử lý tuần trước|Cập nhật tuần này|Trạng thái|Tuần phát sinh
#1|KN01|{LAND}|Đề nghị giao đất đợt hai|Đã họp|Chờ ký|Đang xử lý⏎(2–3 tháng)|Tuần 12/2026
#2|KN02|{BUILD}|Đề nghị cấp phép nhà xưởng|||Xong rồi|Tuần 13/2026

THỐNG KÊ THEO TRẠNG THÁI
Đang xử lý|#1||một kiến nghị đang xử lý
Tổng cộng|#2
""",
    )
    put(
        sheet.parent.create_sheet("Đã hoàn thành"),
        f"""
STT|Mã KN|Đơn vị|Nội dung kiến nghị|Xử lý cuối|Tuần phát sinh|Ngày hoàn thành
#1|KN00|{TAX}|Đề nghị hoàn thuế quý I|Đã hoàn thuế ngày 2/3|Tuần 5/2026|@2026-03-02
""",
    )


def audit(sheet: Worksheet) -> None:
    """L8: two columns that both sound like the state, one of them of lateness; a last row that counts."""
    put(
        sheet,
        f"""
DANH SÁCH KIẾN NGHỊ (Đến thời điểm 20/11/2026)
STT|Số báo cáo|Ngày báo cáo|Nội dung kiến nghị|Phân loại kiến nghị (theo mức độ)|Lĩnh vực kiến nghị\
|Đối tượng được kiến nghị|Chỉ đạo của lãnh đạo|Đơn vị đầu mối/phối hợp|Thời hạn hoàn thành|Hiện trạng (Đã/đang/chưa)\
|Đánh giá tình hình thực hiện kiến nghị|Trạng thái (Trong hạn/quá hạn)|Ghi Chú
(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)|(9)|(10)|(11)|(12)|(13)|(14)
#1|12/BC|17.03.2021|Đề nghị rà soát giá thuê đất|Cao|Đất đai|Chi nhánh||{LAND}; {TAX}\
|31/12/2021|Đang|Đang lấy ý kiến|Quá hạn
#2|13/BC|44275|Đề nghị bổ sung quy hoạch|Vừa|Xây dựng|Chi nhánh||{BUILD}|trong quý III|Đã|Xong|Trong hạn
#3|14/BC|#44276|Đề nghị hướng dẫn lại thủ tục|Vừa|Xây dựng|Chi nhánh||{BUILD}||Chưa
TC|#3|#3|#3|||||#3|#2|#3||#2
""",
    )


def state_form(sheet: Worksheet) -> None:
    """L9: a form of figures whose columns are numbered with their sums; no petition in it."""
    put(
        sheet,
        f"""
Biểu số: 01/XLD
Số liệu tính từ ngày 01/01/2026 đến ngày 30/06/2026
Đơn vị|Tổng số đơn phải xử lý|||Số đơn đã xử lý|Phân loại đơn theo nội dung
|Tổng số|Kỳ trước chuyển sang|Tiếp nhận trong kỳ||Khiếu nại|Tố cáo|Kiến nghị, phản ánh
Ms|1=2+3=4+5|#2|#3|#4|#5|#6|#7
{LAND}|#12|#2|#10|#9|#1|#0|#11
{BUILD}|#7|#1|#6|#6|#0|#0|#7
Tổng|#19|#3|#16|#15|#1|#0|#18
""",
    )
    sheet.merge_cells("B3:D3")
    sheet.merge_cells("F3:H3")


def petitions_behind(sheet: Worksheet) -> None:
    """L9's list of petitions behind a number: two columns of results, a cell merged over two rows."""
    put(
        sheet,
        """
STT|Số đơn|Ngày tiếp nhận|Chủ đơn|Địa chỉ|Nội dung đơn|Loại đơn|Kết quả xử lý|Kết quả giải quyết
#1|D-1|ngày 3 tháng 5 năm 2024|Công ty Lan Anh|Chi Lăng|Kiến nghị về bồi thường đất đai|Kiến nghị\
|Chuyển Sở TN&MT|Đã giải quyết
#2|D-2|5/5/24||Chi Lăng|Khiếu nại về quyết định thu hồi đất|Khiếu nại|Thụ lý|Chưa giải quyết xong
#3|D-3|6/5/2024|Ông Nguyễn Văn B|Chi Lăng|Tố cáo cán bộ xã nhận tiền|Tố cáo||Đang giải quyết
""",
    )
    sheet.merge_cells("D2:D3")


def elsewhere(sheet: Worksheet) -> None:
    """L10: a log from another country, in English."""
    put(
        sheet,
        """
Complaints Log and Status Tracker
Date Received|Source|Summary|Medium|Unit Responsible|Date resolved/closed|Status|Remarks
3 May 2024|walk-in|Renewal of the permit takes two months|form|Department of Construction||Pending
2024-06-04|e-mail|Refund was promised and not paid|mail|Department of Finance|2024-07-01|Resolved
""",
    )


LAYOUTS: dict[str, Callable[[Worksheet], None]] = {
    each.__name__: each
    for each in (
        *(dialogue, ministry, by_agency, backlog, still_open, ward, weekly, audit, state_form, petitions_behind),
        elsewhere,
    )
}


def make(name: str, folder: Path) -> Path:
    """The workbook of a layout."""
    book = openpyxl.Workbook()
    LAYOUTS[name](book.active)
    path = folder / f"{name}.xlsx"
    book.save(path)
    return path


def long(folder: Path, many: int) -> Path:
    """A list of so many petitions in the plainest of layouts."""
    book = openpyxl.Workbook()
    put(book.active, "Tên doanh nghiệp|Nội dung kiến nghị|Đơn vị trả lời|Ngày tiếp nhận|Trạng thái|Nội dung trả lời")
    for number in range(many):
        who = f"Công ty TNHH {('Lan Anh', 'Mai Hoa', 'Hồng Phát')[number % 3]} {number}"
        what = f"Hồ sơ cấp giấy phép xây dựng số {number} nộp hai tháng chưa có kết quả"
        put(book.active, f"{who}|{what}|{BUILD}|0{number % 9 + 1}/03/2024|Đã trả lời|Sở đã hướng dẫn theo quy định")
    path = folder / "long.xlsx"
    book.save(path)
    return path
