import Campaigns
import Starters
import Testing

struct UnitNamingTests {
  @Test(arguments: [
    ("Trường Tiểu học Nguyễn Du", "TH Nguyễn Du", "th-nguyen-du", "THND"),
    ("Trường THPT Đắk Mil", "THPT Đắk Mil", "thpt-dak-mil", "THPTĐM"),
    ("Trường Trung học cơ sở số 2 Hòa Xuân", "THCS số 2 Hòa Xuân", "thcs-so-2-hoa-xuan", "THCS2HX"),
    ("Trường Mầm non Hoa Sen", "MN Hoa Sen", "mn-hoa-sen", "MNHS"),
    ("Sở Giáo dục và Đào tạo Lâm Đồng", "Sở GDĐT Lâm Đồng", "so-gddt-lam-dong", "SGDĐT"),
    ("Uỷ ban nhân dân xã Tân Phú", "UBND xã Tân Phú", "ubnd-xa-tan-phu", "UBND"),
    ("Lớp học bên sông", "Lớp học bên sông", "lop-hoc-ben-song", "L"),
  ])
  func shortForms(_ name: String, _ short: String, _ id: String, _ code: String) {
    let naming = UnitNaming(name)
    #expect(naming.shortName == short)
    #expect(naming.id == id)
    #expect(naming.code == code)
  }

  @Test func kindsAndLevels() {
    let both = UnitNaming("Trường Tiểu học và Trung học cơ sở Y Ngông")
    #expect(both.kind == .school)
    #expect(both.levels == [.primary, .lowerSecondary])
    #expect(both.headTitle == "HIỆU TRƯỞNG")
    #expect(UnitNaming("Trung tâm Giáo dục thường xuyên tỉnh").kind == .centre)
    #expect(UnitNaming("Trung tâm Giáo dục thường xuyên tỉnh").levels == [.continuing])
    #expect(UnitNaming("Phòng Văn hóa - Xã hội").kind == .division)
    #expect(UnitNaming("Ủy ban nhân dân phường 3").kind == .committee)
    #expect(UnitNaming("Nhóm trẻ Bống Bang").kind == nil)
    #expect(UnitNaming("").code == "")
  }
}
