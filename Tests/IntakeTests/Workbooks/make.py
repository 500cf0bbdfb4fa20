"""Makes the workbooks of this folder: python3 make.py (openpyxl 3.1; soffice for the formulas).

Names of schools are those of the sample content; figures are invented. Run it only to add a
workbook: files that were committed stay as they were made.
"""
import os, shutil, subprocess, sys, tempfile, unicodedata
from datetime import date, datetime, time
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

HERE = os.path.dirname(os.path.abspath(__file__))
BOLD = Font(name="Times New Roman", bold=True)

# -- Old encodings ---------------------------------------------------------------------------

TONES = {"\u0300": 0xF8, "\u0301": 0xF9, "\u0309": 0xFB, "\u0303": 0xF5, "\u0323": 0xEF}
HAT = {"": 0xE2, "\u0301": 0xE1, "\u0300": 0xE0, "\u0309": 0xE5, "\u0303": 0xE3, "\u0323": 0xE4}
BOWL = {"": 0xEA, "\u0301": 0xE9, "\u0300": 0xE8, "\u0309": 0xFA, "\u0303": 0xFC, "\u0323": 0xEB}
SINGLE = {"đ": 0xF1, "í": 0xED, "ì": 0xEC, "ỉ": 0xE6, "ĩ": 0xF3, "ị": 0xF2, "ỵ": 0xEE}


def vni(text):
    out = b""
    for letter in text:
        low = letter.lower()
        shift = 0x20 if letter != low else 0
        base = unicodedata.normalize("NFD", low)
        marks = set(base[1:])
        tone = "".join(m for m in marks if m in TONES)
        first = base[0].upper() if shift else base[0]
        if ord(letter) < 128:
            out += letter.encode()
        elif low in SINGLE:
            out += bytes([SINGLE[low] - shift])
        elif "\u031b" in marks:
            out += bytes([{"o": 0xF4, "u": 0xF6}[base[0]] - shift])
            out += bytes([TONES[tone] - shift]) if tone else b""
        elif "\u0302" in marks:
            out += first.encode() + bytes([HAT[tone] - shift])
        elif "\u0306" in marks:
            out += first.encode() + bytes([BOWL[tone] - shift])
        elif tone:
            out += first.encode() + bytes([TONES[tone] - shift])
        else:
            out += letter.encode("cp1252")
    return out.decode("latin-1")


def tcvn3(text):
    out = b""
    for letter in text:
        made = subprocess.run(["iconv", "-f", "UTF-8", "-t", "TCVN5712-1"], input=letter.encode(),
                              capture_output=True)
        out += made.stdout or letter.encode("cp1252")
    return out.decode("latin-1")


def cp1258(text):
    out = b""
    for letter in text:
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            tones = [m for m in parts[1:] if m in TONES]
            rest = parts[0] + "".join(m for m in parts[1:] if m not in tones)
            out += unicodedata.normalize("NFC", rest).encode("cp1258")
            out += "".join(tones).encode("cp1258")
    return out


# -- Helpers ---------------------------------------------------------------------------------

def put(sheet, row, column, value, font=None, format=None):
    cell = sheet.cell(row=row, column=column, value=value)
    if font:
        cell.font = font
    if format:
        cell.number_format = format
    return cell


def line(sheet, row, values, font=None, start=1):
    for offset, value in enumerate(values):
        if value is not None:
            put(sheet, row, start + offset, value, font)


def title(sheet, row, text, width, font=BOLD):
    put(sheet, row, 1, text, font).alignment = Alignment(horizontal="center", wrap_text=True)
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)


def save(book, name, recalculated=False):
    path = os.path.join(HERE, name)
    book.save(path)
    if recalculated:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
                            "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, path],
                           check=True, capture_output=True)
            shutil.copy(os.path.join(folder, name), path)


def write(name, data):
    with open(os.path.join(HERE, name), "wb") as file:
        file.write(data)


# -- Workbooks -------------------------------------------------------------------------------

def wide():
    """Units by row, targets by column below a head of two rows, totals of groups in between."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Biểu 01"
    title(sheet, 1, "SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH ĐẮK LẮK", 8)
    title(sheet, 2, "BIỂU TỔNG HỢP KẾT QUẢ THỰC HIỆN CHỈ TIÊU THI ĐUA", 8)
    title(sheet, 3, "Học kỳ II, năm học 2024 - 2025", 8)
    title(sheet, 4, "(Số liệu tính đến ngày 31/5/2025)", 8)
    line(sheet, 6, ["TT", "Tên đơn vị,\ntrường học", "Trường đạt chuẩn quốc gia", None, None,
                    "TỶ LỆ TRƯỜNG HỌC\nKIÊN CỐ (%)", "Hài lòng với dịch vụ\ngiáo dục công (%)", "Ghi chú"], BOLD)
    line(sheet, 7, [None, None, "Số đạt", "Tổng số", "Tỷ lệ (%)"], BOLD)
    sheet.merge_cells("C6:E6")
    for letter in "ABFGH":
        sheet.merge_cells(f"{letter}6:{letter}7")
    line(sheet, 8, ["(1)", "(2)", "(3)", "(4)", "(5)=(3)/(4)", "(6)", "(7)", "(8)"])
    rows = [
        ("I", "Khối THPT", None), (1, "Trường THPT Cao Nguyên Xanh", (1, 1, 0.985, "97,5%")),
        (2, "THPT Ea Súp  Mới", (0, 1, 0.8, 96.25)), (None, "Cộng khối THPT", "sum"),
        ("II", "Khối trực thuộc Phòng GD&ĐT Buôn Hồ Mẫu", None),
        (1, "TRƯỜNG THCS HOA PƠ LANG", (1, 1, 0.7963, "95,00%")),
        (2, "Trường Tiểu học Suối Trong ", (2, 3, 0.666666666, 98)),
        (3, "MN Hoa Ban Trắng", (1, 2, 1, "-")), (None, "Cộng khối trực thuộc", "sum"),
        (None, "TỔNG CỘNG", "sum"),
    ]
    at = 9
    for number, name, figures in rows:
        line(sheet, at, [number, name], BOLD if figures in (None, "sum") else None)
        if figures == "sum":
            put(sheet, at, 3, f"=SUM(C9:C{at - 1})")
            put(sheet, at, 4, f"=SUM(D9:D{at - 1})")
            put(sheet, at, 5, f"=C{at}/D{at}", format="0.00%")
        elif figures:
            put(sheet, at, 3, figures[0])
            put(sheet, at, 4, figures[1])
            put(sheet, at, 5, f"=C{at}/D{at}", format="0.00%")
            put(sheet, at, 6, figures[2], format="0.0%")
            put(sheet, at, 7, figures[3])
        at += 1
    put(sheet, 13, 8, "Tính cả 2 điểm trường lẻ")
    put(sheet, at + 1, 6, "Đắk Lắk, ngày 05 tháng 6 năm 2025")
    line(sheet, at + 2, ["NGƯỜI LẬP BIỂU", None, None, None, None, "KT. GIÁM ĐỐC"], BOLD)
    put(sheet, at + 3, 6, "PHÓ GIÁM ĐỐC", BOLD)
    save(book, "01-tong-hop-gop-o.xlsx", recalculated=True)


def schools():
    """A sheet for each school, targets by row, terms by column; a cover and a hidden draft."""
    book = Workbook()
    cover = book.active
    cover.title = "Bìa"
    title(cover, 2, "BÁO CÁO KẾT QUẢ THI ĐUA NĂM HỌC 2024-2025", 6)
    title(cover, 3, "Kèm theo Công văn số 214/PGDĐT ngày 02/6/2025", 6)
    for place, (tab, name, values) in enumerate([
        ("THCS Hoa Pơ Lang", "Trường THCS Hoa Pơ Lang", [("95,5%", 96.2), (0.125, "12,0 %"), ("'100", "100%"), (None, 1)]),
        ("TH Suối Trong", "Trường Tiểu học Suối Trong", [("94", 97), ("…", "8,33%"), ("99,5", 100), (3, 2)]),
    ]):
        sheet = book.create_sheet(tab)
        title(sheet, 1, "PHÒNG GDĐT BUÔN HỒ MẪU", 6)
        title(sheet, 2, name.upper(), 6)
        title(sheet, 4, "KẾT QUẢ THỰC HIỆN CHỈ TIÊU THI ĐUA NĂM HỌC 2024-2025", 6)
        line(sheet, 6, ["STT", "Nội dung chỉ tiêu", "Chỉ tiêu giao", "Kết quả HK I", "Kết quả\nHK II", "Minh chứng"], BOLD)
        names = ["1. Tỷ lệ huy động học sinh ra lớp", "Học sinh yếu, kém, bỏ học (%)",
                 "hồ sơ đúng hạn,\ntrước hạn", "Phát triển Đảng viên"]
        for offset, (target, pair) in enumerate(zip(names, values)):
            row = 7 + offset
            line(sheet, row, [offset + 1, target, "Tăng" if offset == 0 else None, pair[0], pair[1]])
            if isinstance(pair[0], float):
                sheet.cell(row=row, column=4).number_format = "0.0%"
        if place == 0:
            put(sheet, 9, 6, "Sổ theo dõi hồ sơ")
        put(sheet, 12, 5, "HIỆU TRƯỞNG", BOLD)
        put(sheet, 13, 5, "(Ký tên, đóng dấu)")
    draft = book.create_sheet("Nháp")
    line(draft, 1, ["Đơn vị", "Học sinh yếu, kém, bỏ học"])
    line(draft, 2, ["THCS Hoa Pơ Lang", 99])
    draft.sheet_state = "hidden"
    save(book, "02-moi-truong-mot-trang.xlsx")


def registrations():
    """Schools joined over several rows, dates in every form, lists on lines of one cell."""
    book = Workbook()
    sheet = book.active
    sheet.title = "DKTD 2025"
    title(sheet, 1, "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO THỊ XÃ BUÔN HỒ MẪU", 9)
    title(sheet, 2, "BẢNG ĐĂNG KÝ NỘI DUNG THI ĐUA NĂM 2025", 9)
    line(sheet, 4, ["STT", "Đơn vị", "Nội dung đăng ký thi đua", "Thời gian thực hiện", None, "Người phụ trách",
                    "Đơn vị phối hợp", "Kết quả dự kiến", "Ngày ký giao ước"], BOLD)
    line(sheet, 5, [None, None, None, "Bắt đầu", "Kết thúc"], BOLD)
    sheet.merge_cells("D4:E4")
    for letter in "ABCFGHI":
        sheet.merge_cells(f"{letter}4:{letter}5")
    line(sheet, 6, [1, "Trường THCS Hoa Pơ Lang", "Số hóa toàn bộ học bạ khối 6, 7", date(2025, 1, 6), "30/5/2025",
                    "Phó Hiệu trưởng", "- Tổ Văn phòng;\n- Tổ Tin học", "100% học bạ có bản điện tử", date(2025, 1, 3)])
    line(sheet, 7, [None, None, "Mỗi tổ một chuyên đề dạy học\ntheo dự án", "15-01-2025", "ngày 31 tháng 5 năm 2025",
                    "Tổ trưởng chuyên môn", None, "≥ 6 chuyên đề", "03.01.2025"])
    line(sheet, 8, [None, None, "Tiếng trống học bài lúc 19 giờ", 45672, 45808, "Tổng phụ trách Đội",
                    "Đoàn phường; Hội Phụ nữ phường", "85% học sinh", "03/01/2025"])
    sheet.merge_cells("B6:B8")
    line(sheet, 9, [2, "TH Suối Trong", "Đưa đón học sinh buôn xa", date(2025, 2, 1), date(2025, 5, 31), "Cô H’Lan Niê",
                    "Ban tự quản buôn", "Chuyên cần trên 97%", None])
    line(sheet, 10, [3, "Trường mầm non Hoa Ban Trắng", "Góc dân gian trong lớp mẫu giáo 5 tuổi", "01/3/2025", "30/11/2025",
                     "Tổ trưởng Tổ Mẫu giáo 5 tuổi", None, "6/6 lớp có góc dân gian", None])
    for row in (6, 9):
        for column in (4, 5, 9):
            sheet.cell(row=row, column=column).number_format = "dd/mm/yyyy"
    put(sheet, 12, 2, "Ghi chú: thời gian thực hiện tính theo năm 2025.")
    save(book, "03-dang-ky-o-gop.xlsx")


def awards():
    """Texts of TCVN3 in .VnTime and .VnTimeH; number and day of decisions in one cell."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Khen thuong"
    small, capital = Font(name=".VnTime"), Font(name=".VnTimeH", bold=True)
    for row, text in [(1, "sở giáo dục và đào tạo tỉnh đắk lắk"), (2, "danh sách khen thưởng năm học 2023-2024")]:
        title(sheet, row, tcvn3(text), 6, capital)
    heads = ["TT", "Họ và tên", "Đơn vị", "Hình thức khen thưởng", "Số, ngày quyết định", "Thành tích"]
    line(sheet, 4, [tcvn3(text) for text in heads], Font(name=".VnTime", bold=True))
    rows = [
        (1, "Phan Quốc Thịnh", "Trường THPT Cao Nguyên Xanh", "CSTĐ cơ sở", "512/QĐ-SGDĐT ngày 12/7/2024", "Hai sáng kiến cấp cơ sở"),
        (2, "Cô Lê Thị Mỹ Hằng", "THPT Cao Nguyên Xanh", "Lao động tiên tiến", "498/QĐ-SGDĐT, ngày 10/7/2024", "Hoàn thành tốt nhiệm vụ"),
        (3, None, "THPT Ea Súp Mới", "Tập thể LĐTT", "356/QĐ-SGDĐT ngày 18 tháng 7 năm 2024", "Hoàn thành tốt nhiệm vụ năm học"),
        (4, "Võ Thị Thu Sương", "THCS Hoa Pơ Lang", "Giấy khen của Chủ tịch UBND thị xã", "2110/QĐ-UBND (22/7/2024)", "Bồi dưỡng học sinh giỏi"),
    ]
    for offset, row in enumerate(rows):
        line(sheet, 5 + offset, [tcvn3(v) if isinstance(v, str) else v for v in row], small)
    put(sheet, 10, 2, tcvn3("Tổng cộng: 3 cá nhân, 1 tập thể"), small)
    put(sheet, 12, 5, tcvn3("Người lập bảng"), small)
    save(book, "04-khen-thuong-tcvn3.xlsx")


def directory():
    """A directory of schools like a phone book: VNI, gaps, blank rows and columns, new schools."""
    book = Workbook()
    sheet = book.active
    sheet.title = "DANH BA"
    font, bold = Font(name="VNI-Times"), Font(name="VNI-Times", bold=True)
    put(sheet, 2, 2, vni("DANH BẠ CÁC TRƯỜNG TRỰC THUỘC NĂM HỌC 2024-2025"), bold)
    heads = ["Số TT", "Tên trường", None, "Cấp học", "Số lớp", "Số học sinh", "Điện thoại", "Địa chỉ", "Phòng GDĐT"]
    line(sheet, 4, [vni(t) if t else None for t in heads], bold, start=2)
    rows = [
        ("Thị xã Buôn Hồ Mẫu",),
        ("01", "Trường THCS Hoa Pơ Lang", None, "THCS", 16, "612", "'0262 3111 222", "12 Hùng Vương", "PGDĐT Buôn Hồ Mẫu"),
        ("02", "Trường Tiểu học Suối Trong", None, "Tiểu học", 15, "431", None, "Buôn Trinh", "PGDĐT Buôn Hồ Mẫu"),
        (), ("03", "Trường Mầm non Gió Ngàn", None, "Mầm non", 8, "1.204", "0262.3999888", None, "PGDĐT Buôn Hồ Mẫu"),
        (None, "Cộng", None, None, 39, "2.247"), (),
        ("Huyện Ba Lai",),
        ("04", "Trường Tiểu học và THCS Bến Phà", None, "Tiểu học; THCS", 21, 702, None, None, "Phòng GD&ĐT Ba Lai"),
    ]
    for offset, row in enumerate(rows):
        line(sheet, 5 + offset, [vni(v) if isinstance(v, str) else v for v in row], font, start=2)
    put(sheet, 15, 8, vni("Hiệu trưởng các trường kiểm tra lại thông tin"), font)
    save(book, "05-danh-ba-vni.xlsx")


def people():
    text = """PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN BA LAI;;;;
DANH SÁCH CÁN BỘ, GIÁO VIÊN ĐỀ NGHỊ KHEN THƯỞNG;;;;
;;;;
TT;Họ và tên;Năm sinh;Chức vụ;Đơn vị công tác
1;Phạm Thị Ngọc Diễm;1984;Tổ trưởng chuyên môn;Trường THCS Rạch Dừa
2;Nguyễn Thị Ánh Nguyệt;1990;Giáo viên Tiếng Anh;Trường THCS Rạch Dừa
3;Trần Văn Hậu;1979;Phó Hiệu trưởng;TH Cồn Phụng Mới
4;Trần Văn Hậu;1988;Nhân viên;MN Hương Dừa
;;;;
Ba Lai, ngày 12 tháng 5 năm 2025;;;;
"""
    write("06-danh-sach-cp1258.csv", cp1258(text.replace("\n", "\r\n")))


def long_results():
    rows = [
        ["BÁO CÁO SỐ LIỆU CHỈ TIÊU"], [], ["Đơn vị", "Chỉ tiêu", "Kỳ", "Tử số", "Mẫu số", "Ngày chốt", "Trạng thái"],
        ["THPT Ven Sông", "Hồ sơ đúng hạn và sớm hạn", "HK I 2024-2025", "412", "418", "15/01/2025", "đã xác nhận"],
        ["", "Có Tổ tư vấn tâm lý", "HK I 2024-2025", "1", "1", "15/01/2025", ""],
        ['"', "Niêm yết bộ quy tắc ứng xử", "học kỳ 1 năm học 2024-2025", "1", "1", "15-01-2025", ""],
        ["THCS Rạch Dừa", "Hồ sơ đúng hạn và sớm hạn", "HK I 2024-2025", "1.024", "1.031", "15/01/2025", "bản nháp"],
        ["TH Cồn Phụng Mới", "Hồ sơ đúng hạn và sớm hạn", "HK I 2024-2025", "96", "96", "", ""],
        ["Tổng cộng", "", "", "1.535", "1.548", "", ""],
    ]
    text = "\r\n".join("\t".join(f'"{c.replace(chr(34), chr(34) * 2)}"' if '"' in c else c for c in row) for row in rows)
    write("07-van-ban-unicode.csv", b"\xff\xfe" + (text + "\r\n").encode("utf-16-le"))


def hidden():
    """Rows and columns that are not shown; figures kept as texts."""
    book = Workbook()
    sheet = book.active
    sheet.title = "HKI"
    put(sheet, 1, 1, "KẾT QUẢ HUY ĐỘNG TRẺ - HUYỆN CẦN GIUỘC", BOLD)
    put(sheet, 2, 1, "HK I năm học 2024-2025")
    line(sheet, 4, ["TT", "Mã cũ", "Tên trường", "Huy động trẻ 5 tuổi", None, "Huy động trẻ 3-5 tuổi", None], BOLD)
    line(sheet, 5, [None, None, None, "Số trẻ ra lớp", "Tổng số", "SL", "TS"], BOLD)
    rows = [
        (1, "CG01", "MN Hoa Sen Vàng", "128", "128", "'1.015", "1.240"), (2, "CG02", "MN Tân Kim Mới", 97, 98, 640, 851),
        (3, "CG99", "MN Hoa Sen Vàng (điểm lẻ cũ)", 5, 9, 12, 40), (4, "CG03", "TH Cầu Tre", 41, 41, None, None),
    ]
    for offset, row in enumerate(rows):
        line(sheet, 6 + offset, row)
    sheet.row_dimensions[8].hidden = True
    sheet.column_dimensions["B"].hidden = True
    put(sheet, 10, 3, "Cộng", BOLD)
    line(sheet, 10, [266, 267, 1655, 2091], start=4)
    other = book.create_sheet("HKI (2)")
    line(other, 1, ["Tên trường", "Huy động trẻ 5 tuổi (%)"])
    line(other, 2, ["MN Hoa Sen Vàng", 1])
    other.sheet_state = "hidden"
    save(book, "08-dong-cot-an.xlsx")


def faults():
    """Every kind of cell that cannot be read."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Tổng hợp"
    put(sheet, 1, 1, "TỔNG HỢP KẾT QUẢ CHỈ TIÊU THI ĐUA NĂM HỌC 2024-2025")
    line(sheet, 3, ["TT", "Đơn vị", "Trường đạt chuẩn quốc gia", None, "Đỗ tốt nghiệp THPT (%)", "Trường học kiên cố (%)",
                    "Chỉ số cải cách hành chính (PAR Index)", "Huy động hoc sinh ra lóp mới", "Giờ chốt"], BOLD)
    line(sheet, 4, [None, None, "Số đạt", "Tổng số"], BOLD)
    rows = [
        (1, "THPT Cao Nguyên Xanh", 1, 1, "#REF!", 98.5, "82,5 điểm", 99, None),
        (2, "THPT Ea Súp Mới", "85%", 1, "#DIV/0!", "chưa có", "85%", 98, None),
        (3, "THCS Hoa Po Lan", 1, 1, None, 76, 80, 97, None), (4, "TH Suối Trong", 2, 3, date(2025, 5, 12), "1.234%", 81, 99, None),
        (5, "MN Hoa Ban Trắng", 1, 2, None, 75, 79, 100, None), (6, "TH Suối Trong", 2, 3, None, 75, 79, 100, None),
        (7, None, 5, 6, None, None, None, None, None),
    ]
    for offset, row in enumerate(rows):
        line(sheet, 5 + offset, row)
    sheet["E8"].number_format = "dd/mm/yyyy"
    sheet["F9"].value = "=1+1"
    sheet.merge_cells("G8:G9")
    put(sheet, 5, 6, time(7, 30)).number_format = "hh:mm"
    put(sheet, 6, 11, "hỏi lại cô Mai")
    save(book, "09-o-loi.xlsx")


def inspections():
    text = '''\ufeffSỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH PHÚ YÊN,,,,,
"KẾT QUẢ KIỂM TRA, GIÁM SÁT PHONG TRÀO ""DẠY TỐT, HỌC TỐT"" NĂM 2024",,,,,
,,,,,
STT,Ngày kiểm tra,Đoàn kiểm tra,Đơn vị được kiểm tra,Kết quả kiểm tra,Kiến nghị
1,17/5/2024,Sở GDĐT Phú Yên,Trường THPT Đá Bia,"Hồ sơ đầy đủ, lưu đúng quy định",
2,2024-11-21,Phòng GD&ĐT huyện Sông Ba,TH Gành Biển,"Hai nhóm học
chưa có bình chữa cháy",Trang bị trước 15/12
3,08.10.2024,"",Mầm non Nắng Biển,=HYPERLINK("http://a.example";"Biên bản"),Đối chiếu sổ
Ghi chú: đợt 2 tiến hành trong quý I/2025,,,,,
'''
    text = text.replace('=HYPERLINK("http://a.example";"Biên bản")', '"=HYPERLINK(""http://a.example"";""Biên bản"")"')
    write("10-kiem-tra-bom.csv", text.encode("utf-8"))


def exemplars():
    """Made without joined cells, headings without marks, dashes before texts; LibreOffice's own."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Dien hinh"
    put(sheet, 1, 2, "DANH SACH DIEN HINH TIEN TIEN 2024-2025")
    line(sheet, 3, ["TT", "TEN DIEN HINH", "LOAI", "CA NHAN", "DON VI", "TOM TAT THANH TICH", "Liên hệ"], start=2)
    line(sheet, 4, [1, "Lớp học tránh bão", "Mô hình", None, "TH Gành Biển", "- 19 nhóm học tại nhà kiên cố", "0257 3"], start=2)
    line(sheet, 5, [2, "Thầy Đinh Công Hải dạy bơi", "Người tốt, việc tốt", "Thầy Đinh Công Hải", "Trường Tiểu học Gành Biển", "@ 62 em biết bơi", None], start=2)
    line(sheet, 7, [3, "Tổ Ngữ văn THPT Đá Bia", "điển hình tiên tiến", None, "thpt đá bia", "Chuyên mục Người tốt, việc tốt: 71 bài", None], start=2)
    save(book, "11-dien-hinh-khong-dau.xlsx", recalculated=True)


def three_rows():
    """Terms over targets over measures: a head of three rows."""
    book = Workbook()
    sheet = book.active
    sheet.title = "TH"
    put(sheet, 1, 1, "TỔNG HỢP THEO HỌC KỲ - NĂM HỌC 2024-2025 (ĐỒNG KHỞI MỚI)")
    line(sheet, 3, ["STT", "Đơn vị", "Học kỳ I", None, None, None, "Học kỳ II", None, None, None], BOLD)
    targets = ["Hồ sơ đúng hạn và sớm hạn", None, "Có Tổ tư vấn tâm lý", None]
    line(sheet, 4, [None, None] + targets * 2, BOLD)
    line(sheet, 5, [None, None] + ["Đạt", "TS"] * 4, BOLD)
    for cells in ["A3:A5", "B3:B5", "C3:F3", "G3:J3", "C4:D4", "E4:F4", "G4:H4", "I4:J4"]:
        sheet.merge_cells(cells)
    line(sheet, 6, [1, "Trường THPT Ven Sông", 412, 418, 1, 1, 455, 455, 1, 1])
    line(sheet, 7, [2, "Trường THCS Rạch Dừa", 310, 312, 0, 1, 298, 300, 1, 1])
    line(sheet, 8, [3, "TT GDNN-GDTX Ba Lai", "27/30", None, "–", "–", 31, 33, 1, 1])
    line(sheet, 9, ["Tổng cộng", None, 722, 730, 1, 2, 784, 788, 3, 3], BOLD)
    sheet.merge_cells("A9:B9")
    save(book, "12-ba-tang-ten-cot.xlsx")


def turned():
    """Targets by row and units by column, percents in three ways."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Năm 2024"
    title(sheet, 1, "TỔNG HỢP KẾT QUẢ THỰC HIỆN CHỈ TIÊU HUYỆN CẦN GIUỘC", 6)
    line(sheet, 3, ["TT", "Chỉ tiêu", "MN Hoa Sen Vàng", "MN Tân Kim Mới", "TH Cầu Tre", "Kế hoạch"], BOLD)
    line(sheet, 4, [1, "Huy động trẻ 5 tuổi", 1, 0.9898, None, "100%"])
    line(sheet, 5, [2, "Tỷ lệ huy động trẻ 3-5 tuổi (%)", "79,63%", 75.21, None, "75%"])
    line(sheet, 6, [3, "Đi học đúng độ tuổi cấp tiểu học", None, None, "99,96 %", "99,96%"])
    for cell in ("C4", "D4"):
        sheet[cell].number_format = "0.00%"
    save(book, "13-chi-tieu-theo-dong.xlsx")


def fractions():
    book = Workbook()
    sheet = book.active
    sheet.title = "Kết quả"
    put(sheet, 1, 1, "Kết quả năm 2024")
    line(sheet, 2, ["Trường", "Huy động trẻ 3-5 tuổi (%)", "Huy động trẻ 5 tuổi (%)"])
    line(sheet, 3, ["MN Hoa Sen Vàng", 0.7963, 1])
    line(sheet, 4, ["MN Tân Kim Mới", "0,7521", 0.98])
    save(book, "14-phan-cua-mot.xlsx")


def registrations_tcvn3():
    text = """Biểu mẫu 03
Trường Trung học phổ thông Đá Bia
ĐĂNG KÝ THI ĐUA NĂM HỌC 2024-2025
TT,Nội dung đăng ký,Từ ngày,Đến ngày,Chủ trì,Kết quả dự kiến
1,"Chuyên mục ""Người tốt, việc tốt"" mỗi tháng hai bài",05/9/2024,31/5/2025,Ban biên tập,20 bài
2,Câu lạc bộ tiếng Anh khối 10,15/9/2024,30/4/2025,Tổ Ngoại ngữ,"45 buổi, 120 học sinh"
Người lập: Lê Văn Trực
"""
    data = tcvn3(text).encode("latin-1")
    write("15-dang-ky-tcvn3.csv", data.replace(b"\n", b"\r\n"))


def two_tables():
    """Two tables in one sheet, one below the other; the head repeated at the top of a page."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Biểu"
    put(sheet, 1, 1, "Biểu 1. KẾT QUẢ CHỈ TIÊU HỌC KỲ II NĂM HỌC 2024-2025", BOLD)
    head = ["TT", "Đơn vị", "Trường đạt chuẩn quốc gia", "Học sinh yếu, kém, bỏ học"]
    line(sheet, 2, head, BOLD)
    line(sheet, 3, [1, "THPT Cao Nguyên Xanh", "100%", "1,2%"])
    line(sheet, 4, head, BOLD)
    line(sheet, 5, [2, "THPT Ea Súp Mới", "0%", "2,35%"])
    line(sheet, 6, ["Tổng", None, "50%", "1,8%"])
    put(sheet, 9, 1, "Biểu 2. KẾT QUẢ VỀ CẢI CÁCH HÀNH CHÍNH", BOLD)
    line(sheet, 10, ["TT", "Đơn vị", "Hồ sơ một cửa được số hóa", "Hồ sơ giải quyết trực tuyến (%)"], BOLD)
    line(sheet, 11, [1, "Phòng GDĐT Buôn Hồ Mẫu", "1.204/1.210", 61.5])
    line(sheet, 12, [2, "THPT Cao Nguyên Xanh", "88/88", 100])
    put(sheet, 14, 3, "Người tổng hợp")
    save(book, "16-hai-bang-mot-trang.xlsx")


def own_awards():
    """A school's own titles: no column of units, the unit is said by the user."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Danh hiệu"
    put(sheet, 1, 1, "DANH HIỆU THI ĐUA NĂM HỌC 2023-2024")
    line(sheet, 3, ["TT", "Họ tên", "Danh hiệu", "Loại hình khen thưởng", "Quyết định", None, "Cơ quan ban hành"], BOLD)
    line(sheet, 4, [None, None, None, None, "Số", "Ngày"], BOLD)
    line(sheet, 5, [1, "Phạm Thị Ngọc Diễm", "CSTĐCS", "Thường xuyên", "214/QĐ-UBND", "22-07-2024", "Chủ tịch UBND huyện"])
    line(sheet, 6, [2, "Nguyễn Tấn Lợi", "LĐTT", "thường xuyên", "215/QĐ-UBND", 45495, "Chủ tịch UBND huyện"])
    line(sheet, 7, [3, "Nguyễn Tấn Lơi", "Lao động tiên tiên", "Thường xuyên", "215/QĐ-UBND", "31/6/2024", "Chủ tịch UBND huyện"])
    save(book, "17-danh-hieu-cua-truong.xlsx")


def copied_sheet():
    """A sheet copied from another school's, its title forgotten; a period that is not said."""
    book = Workbook()
    sheet = book.active
    sheet.title = "TH Cồn Phụng Mới"
    put(sheet, 1, 1, "Đơn vị: Trường THCS Rạch Dừa")
    line(sheet, 2, ["STT", "Chỉ tiêu", "Kết quả"])
    line(sheet, 3, [1, "Niêm yết bộ quy tắc ứng xử", "100%"])
    line(sheet, 4, [2, "Niêm yết quy tắc ứng sử", "100%"])
    save(book, "18-nham-ten-trang.xlsx")


MAKERS = [wide, schools, registrations, awards, directory, people, long_results, hidden, faults, inspections, exemplars,
          three_rows, turned, fractions, registrations_tcvn3, two_tables, own_awards, copied_sheet]

if __name__ == "__main__":
    wanted = sys.argv[1:]
    for maker in MAKERS:
        if not wanted or maker.__name__ in wanted:
            maker()
