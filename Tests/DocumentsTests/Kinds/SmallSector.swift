import Campaigns
import Content
import Diagnostics
import Glibc
import Templating
import Testing
import Vietnamese

@testable import Documents

/// A department with two schools in a cluster, read from files as users write them, and the
/// templates that come with the program.
struct SmallSector {
  var files = Self.texts
  var date = "05/6/2024"

  func archive() async throws -> Archive {
    var bag = DiagnosticBag()
    let bytes = files.mapValues { Array($0.utf8) }
    let now = try #require(PlainDate.parse(date))
    let archive = await ContentReader.read(.memory(bytes), now: now, jobs: 1, into: &bag)
    // An undertaking of the sector is unsigned and another overdue, for reports to tell of.
    let problems = bag.sorted.filter { $0.severity != .note && $0.rule?.code != "L12" }
    #expect(problems.isEmpty, "\(problems)")
    return try #require(archive)
  }

  /// The reports that are due, in their order.
  func keys() async throws -> [ReportKey] {
    let directory = Directory(try await archive())
    return ReportPlan(directory: directory, assessor: Assessor(directory)).keys
  }

  /// One report, made with the default templates and those given in place of them.
  func document(_ path: String, templates own: [String: String] = [:]) async throws -> Document {
    let (document, problems) = try await report(path, templates: own)
    #expect(problems.isEmpty, "\(problems)")
    return document
  }

  func report(_ path: String, templates own: [String: String] = [:]) async throws -> (
    Document, [Diagnostic]
  ) {
    let directory = Directory(try await archive())
    let assessor = Assessor(directory)
    let keys = ReportPlan(directory: directory, assessor: assessor).keys
    let key = try #require(keys.first { $0.path == "bao-cao/\(path)" }, "\(keys.map(\.path))")
    var bag = DiagnosticBag()
    let set = TemplateSet.compile(try Self.templates(own), into: &bag)
    let builder = ReportBuilder(
      directory: directory, assessor: assessor, templates: try #require(set, "\(bag.sorted)"),
      date: try #require(PlainDate.parse(date)))
    let document = builder.document(key, into: &bag)
    return (try #require(document, "\(bag.sorted)"), bag.sorted)
  }

  private static let folder =
    String(#filePath.dropLast("Tests/DocumentsTests/Kinds/SmallSector.swift".count))
    + "Templates/default/"

  static func templates(_ own: [String: String] = [:]) throws -> [TemplateSource] {
    let parts = ["body", "targets", "awards", "exemplars"].map { "part-report-\($0).md" }
    return try (ReportKind.allCases.map(\.template) + parts).map { name in
      TemplateSource(name: name, text: try own[name] ?? read(folder + name))
    }
  }

  static func read(_ path: String) throws -> String {
    let file = try unsafe #require(fopen(path, "r"), "\(path)")
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = unsafe fgetc(file), byte >= 0 { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  static let texts: [String: String] = [
    "site.yaml": "title: Nêu gương\npublisher: so\nreportDate: 05/6/2024\n",
    "units.csv": """
    id,name,short_name,kind,level,parent,clusters,place,code,staff,teachers,pupils,classes,head_title
    ubnd,Ủy ban nhân dân tỉnh Ba Lai,UBND tỉnh,ubnd,,,,Ba Lai,UBND,,,,,CHỦ TỊCH
    so,Sở Giáo dục và Đào tạo Ba Lai,Sở GDĐT,so,,ubnd,,Ba Lai,SGD&ĐT,,,,,GIÁM ĐỐC
    th-a,Trường Tiểu học Cồn Phụng,TH Cồn Phụng,truong,th,so,cum-1,Ba Lai,THCP,31,27,418,16,HIỆU TRƯỞNG
    th-b,Trường Tiểu học Bến Đò,TH Bến Đò,truong,th,so,cum-1,Ba Lai,THBĐ,29,25,372,13,HIỆU TRƯỞNG
    """,
    "clusters.csv": "id,name,owner,period\ncum-1,Cụm thi đua số 1,so,nam-hoc\n",
    "people.csv": """
    id,name,title,role,unit,direct,consent
    lan,Nguyễn Thị Lan,cô,gv,th-a,có,có
    """,
    "waivers.csv":
      "check,record,reason\nL24,pt/kh-12,Kế hoạch cho cả năm\nL05,ct-3,Kế hoạch không nêu số\n",
    "documents.csv": """
    id,type,number,code,date,issuer,subject
    kh-12,kh,12,KH-UBND,03/4/2024,UBND tỉnh Ba Lai,về phong trào thi đua năm 2024
    """,
    "campaigns/pt/campaign.md": """
    ---
    title: Thi đua dạy tốt, học tốt năm 2024
    short_title: Dạy tốt, học tốt
    kind: thuong-xuyen
    origin: nganh
    owner: so
    period: "2024"
    track: four-stages
    basis:
      - document: kh-12
        role: implements
    phases:
      - id: dot-1
        name: Đợt 1
        from: 01/01/2024
        to: 31/5/2024
        review: so-ket
        due: trước ngày 10/6/2024
    duties:
      - id: nop
        kind: so-ket
        text: gửi báo cáo sơ kết về Sở.
        due: trước ngày 01/6/2024
        to: so
        via: Văn phòng Sở
    tasks:
      - text: Theo dõi, tổng hợp kết quả
        lead: Văn phòng Sở
        coordinators:
          - Các phòng chuyên môn
    ---
    Kế hoạch.
    """,
    "campaigns/pt/targets.csv": """
    id,verbatim,name,comparator,value,unit_of_measure,applies_to,deadline,owner
    ct-1,Ít nhất 95% học sinh chuyên cần,Chuyên cần,atLeast,95,%,truong,31/12/2025,so
    ct-2,Mỗi trường có 2 mô hình,Mô hình,countAt,2,mô hình,truong,31/12/2025,so
    ct-3,Xây dựng trường học hạnh phúc,Trường học hạnh phúc,qualitative,,,truong,31/12/2025,so
    """,
    "campaigns/pt/results.csv": """
    target,unit,period,value,numerator,denominator,as_of,status
    ct-1,th-a,2023-2024-hk2,,412,418,31/5/2024,confirmed
    ct-1,th-b,2023-2024-hk2,,341,372,12/6/2024,draft
    ct-2,th-a,2023-2024-hk2,3,,,31/5/2024,confirmed
    """,
    "campaigns/pt/registrations.csv": """
    id,unit,item,start,end,lead,coordinators,expected,status
    dk-1,th-a,Mỗi lớp một góc đọc sách,01/3/2024,31/5/2024,Tổ trưởng chuyên môn,Thư viện,16 góc đọc sách,hoan-thanh
    dk-2,th-b,Đưa đón học sinh qua đò,01/3/2024,31/5/2024,Tổng phụ trách,,Không em nào nghỉ học,dang-thuc-hien
    """,
    "campaigns/pt/awards.csv": """
    id,class,form,subject_kind,person,unit,subject,basis,achievement,period,decision_number,decision_date,authority,posthumous
    kt-1,hinh-thuc,giay-khen,ca-nhan,lan,th-a,,dot-xuat,Cứu học sinh đuối nước,2024,45/QĐ-SGDĐT,02/5/2024,Giám đốc Sở,
    kt-2,danh-hieu,ttldtt,tap-the,,th-a,,thuong-xuyen,Hoàn thành tốt nhiệm vụ,2024,44/QĐ-SGDĐT,02/5/2024,Giám đốc Sở,
    kt-3,hinh-thuc,bang-khen-tinh,tap-the,,th-a,Tổ Bốn,chuyen-de,Mô hình góc đọc sách,2024,90/QĐ-UBND,20/5/2024,Chủ tịch UBND tỉnh,
    """,
    "campaigns/pt/exemplars.csv": """
    id,name,kind,unit,summary,status
    dh-1,Góc đọc sách,mo-hinh,th-a,Mỗi lớp một tủ sách,active
    """,
    "campaigns/pt/steps.csv": """
    exemplar,step,date,note,by
    dh-1,phat-hien,11/3/2024,Dự giờ lớp 4A,th-a
    dh-1,boi-duong,15/4/2024,Tặng thêm sách,so
    """,
    "campaigns/pt/followers.csv": """
    exemplar,unit,relation,date
    dh-1,th-b,hoc-tap,02/5/2024
    """,
    "campaigns/pt/inspections.csv": """
    id,date,by,unit,findings
    kt-01,16/4/2024,so,th-b,Chưa phân công người theo dõi
    """,
    "units/th-a/reports/pt.md": """
    ---
    campaign: pt
    ---
    ## Thuận lợi

    Giáo viên đoàn kết; nguồn: [sổ](nguon:0).
    """,
  ]
}

/// A document as it is read, line by line; tables row by row.
extension Document {
  var told: String {
    var lines = [
      frame.superior, frame.issuer, frame.numberLine, "\(frame.place), \(frame.date.official)",
      frame.kind, frame.subject,
      frame.addressees.isEmpty ? nil : "Kính gửi: " + frame.addressees.joined(separator: "; "),
    ].compactMap { $0 }
    lines += frame.basisLines + body.flatMap(told)
    lines += frame.signature.lines + [frame.signature.name].compactMap { $0 }
    lines.append("Nơi nhận: " + frame.recipients.joined(separator: "; "))
    for appendix in appendices { lines += ["= \(appendix.title)"] + appendix.blocks.flatMap(told) }
    return lines.joined(separator: "\n")
  }

  private func told(_ block: Block) -> [String] {
    switch block {
    case .heading(let heading): return [heading.text]
    case .paragraph(let runs): return [runs.text]
    case .list(let list):
      return list.items.enumerated().flatMap { i, blocks in
        let lines = blocks.flatMap(told)
        return ["\(list.label(of: i)) \(lines.first ?? "")"] + lines.dropFirst()
      }
    case .table(let table):
      func row(_ cells: [DocumentTable.Cell?]) -> String {
        "| "
          + cells.map { ($0?.runs.text ?? "<").replacing("\n", with: "/") }
          .joined(separator: " | ")
      }
      return table.head.map(row) + table.rows.map(row)
    case .figure(let figure): return ["(\(figure.caption?.runs.text ?? "hình"))"]
    case .quote(let blocks): return blocks.flatMap(told)
    case .code(let text): return [text]
    case .gap(let text): return ["[Cần bổ sung: \(text)]"]
    case .pageBreak: return []
    }
  }
}
