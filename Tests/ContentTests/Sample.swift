import Campaigns
import Content
import Diagnostics
import Testing
import Vietnamese

/// A small sound content folder in memory, of which tests break one thing at a time.
struct Sample {
  var files: [String: [UInt8]]

  init() { files = Self.texts.mapValues { Array($0.utf8) } }

  /// Replaces a text that must be there, so that no test breaks nothing.
  func replacing(
    _ old: String, with new: String, in path: String,
    _ place: SourceLocation = #_sourceLocation
  ) throws -> Sample {
    let text = String(decoding: try #require(files[path], sourceLocation: place), as: UTF8.self)
    try #require(text.contains(old), sourceLocation: place)
    return with(
      path,
      text.split(separator: old, omittingEmptySubsequences: false)
        .joined(separator: new))
  }

  func with(_ path: String, _ text: String?) -> Sample {
    with(path, bytes: text.map { Array($0.utf8) })
  }

  func with(_ path: String, bytes: [UInt8]?) -> Sample {
    var copy = self
    copy.files[path] = bytes
    return copy
  }

  func read(jobs: Int = 2, language: Language = .vietnamese) async throws -> (
    archive: Archive?, problems: [Diagnostic]
  ) {
    var bag = DiagnosticBag()
    let now = try #require(PlainDate(year: 2025, month: 5, day: 31))
    let archive = await ContentReader.read(
      .memory(files), now: now, jobs: jobs, language: language, into: &bag)
    return (archive, bag.sorted)
  }

  /// Exactly one problem of that id, which must be where `place` says.
  @discardableResult
  func expect(
    _ id: String, _ severity: Diagnostic.Severity = .error, at place: String, cell: String? = nil,
    _ source: SourceLocation = #_sourceLocation
  ) async throws -> Diagnostic {
    let problems = try await read().problems
    let found = problems.filter { $0.id == id }
    let all = problems.map { "\($0.location?.description ?? "-") \($0.id) \($0.summary)" }
    #expect(found.count == 1, "\(all)", sourceLocation: source)
    let problem = try #require(found.first, "\(all)", sourceLocation: source)
    #expect(problem.severity == severity, sourceLocation: source)
    #expect(problem.location?.description == place, sourceLocation: source)
    #expect(problem.location?.cell?.name == cell, sourceLocation: source)
    #expect(problem.help != nil, sourceLocation: source)
    if severity == .error {
      let others = problems.filter { $0.severity == .error && $0.id != id }
      #expect(others.isEmpty, "\(all)", sourceLocation: source)
    }
    return problem
  }

  private static let texts: [String: String] = [
    "site.yaml": """
    title: Thi đua
    publisher: so-a
    colors:
      primary: "#0b5d4e"

    """,
    "units.csv": """
    Mã,Tên đơn vị,kind,level,parent,professional_parent,clusters,valid_to,successors,head
    so-a,Sở Giáo dục và Đào tạo A,so,,,,,,,
    thpt-b,Trường THPT B,truong,thpt,so-a,,khoi-1,,,hieu-truong-b
    th-c,Trường Tiểu học C,truong,th,so-a,,,30/6/2023,thpt-b,

    """,
    "clusters.csv": "id,name,owner,period\nkhoi-1,Khối 1,so-a,nam-hoc\n",
    "people.csv": """
    id,name,title,role,unit,consent
    hieu-truong-b,Nguyễn Văn An,thầy,cbql,thpt-b,có
    co-hoa,Trần Thị Hoa,cô,gv,thpt-b,có

    """,
    "documents.csv": "id,type,number,code,date\nct-24,ct,24,CT-UBND,05/9/2020\n",
    "campaigns/thi-dua/campaign.md": """
    ---
    title: Phong trào thi đua
    kind: chuyen-de
    origin: tinh
    owner: so-a
    period: "2021-2025"
    terms: ["2023-2024", "2024-2025-hk1"]
    basis:
      - document: ct-24
        role: implements
    phases:
      - id: gd-1
        name: Giai đoạn 1
        from: "2021"
        to: "2023"
      - id: gd-2
        name: Giai đoạn 2
        from: "2024"
        to: "2025"
    track: four-stages
    duties:
      - id: so-ket
        kind: so-ket
        text: Gửi báo cáo sơ kết
        due: "trước ngày 10/12/2024"
    ---
    ## I. Mục đích

    Thi đua.

    """,
    "campaigns/thi-dua/targets.csv": """
    id,verbatim,comparator,value,unit_of_measure,deadline,parent,applies_to,owner
    ct-01,62% trường đạt chuẩn,reach,62,%,31/12/2025,,,so-a
    ct-02,100% học sinh có bảo hiểm,all,100,%,31/12/2025,ct-01,thpt,so-a

    """,
    "campaigns/thi-dua/results.csv": """
    target,unit,period,value,numerator,denominator
    ct-01,so-a,2024,"66,67",2,3
    ct-02,thpt-b,2024,"99,5",,

    """,
    "campaigns/thi-dua/awards.csv": """
    id,class,form,subject_kind,person,unit,basis,achievement,period,signer
    kt-1,danh-hieu,cstdcs,ca-nhan,co-hoa,thpt-b,thuong-xuyen,Dạy giỏi,2024,
    kt-2,hinh-thuc,giay-khen,tap-the,,thpt-b,chuyen-de,Phong trào đọc sách,2024,KT. Giám đốc

    """,
    "campaigns/thi-dua/submissions.csv": """
    duty,unit,sent_on,number
    so-ket,so-a,05/12/2024,10/BC-SA
    so-ket,thpt-b,09/12/2024,12/BC-THPTB

    """,
    "campaigns/thi-dua/exemplars.csv":
      "id,name,kind,person,unit\ndh-1,Cô Trần Thị Hoa,dien-hinh,co-hoa,thpt-b\n",
    "campaigns/thi-dua/steps.csv": """
    exemplar,step,date,evidence
    dh-1,phat-hien,01/9/2024,BB 1
    dh-1,boi-duong,01/4/2025,BB 2

    """,
    "stories/2024/tu-sach.md": """
    ---
    title: Tủ sách cuối lớp
    date: 2024-10-18
    unit: thpt-b
    person: co-hoa
    exemplar: dh-1
    campaign: thi-dua
    ---
    Mỗi tuần một cuốn.

    Sau một năm: 200 cuốn.

    """,
    "units/thpt-b/stories/cau-lac-bo.md": """
    ---
    title: Câu lạc bộ
    date: 2025-01-05
    exemplar: dh-1
    ---
    Bắt đầu từ 5 người.

    """,
    "units/thpt-b/reports/thi-dua.md": "## Thuận lợi\n\nCó.\n",
    "units/thpt-b/about.md": "Trường ở đầu xã.\n",
    "units/thpt-b/results.csv": "campaign,target,period,value\nthi-dua,ct-01,2023,50\n",
    "pages/gioi-thieu.md": "---\ntitle: Giới thiệu\nmenu: có\n---\nChào.\n",
  ]
}
