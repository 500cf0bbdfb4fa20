import Documents
import Drawing
import Vietnamese

/// An invented report of four pages with two tables and a chart, the same for every program.
///
/// Only its parts are here; each program gets them in its own language.
struct SampleReport {
  enum Part {
    case heading(level: Int, String)
    case paragraph(String)
    case table(Table)
    case chart(BarChart)
  }

  struct Table {
    var caption: String
    var head: [String]
    /// Shares of the width, in hundredths.
    var shares: [Int]
    /// Which columns are centred.
    var centred: Set<Int>
    var rows: [[String]]
  }

  var number: Int
  var parts: [Part]

  var issuer: String { "TRƯỜNG THPT MINH HỌA \(number)" }
  var subject: String { "Tổng kết phong trào thi đua đổi mới, sáng tạo năm học 2024-2025" }
  static let date = "Mẫu, ngày 31 tháng 5 năm 2025"
  static let addressee = "Sở Giáo dục và Đào tạo Mẫu"
  static let recipients = ["Sở Giáo dục và Đào tạo Mẫu (để báo cáo)", "Lưu: VT."]
  static let head = "HIỆU TRƯỞNG"
  static let name = "Nguyễn Văn Mẫu"

  /// The report of that number; depends on nothing else.
  init(number: Int) {
    var prose = Prose(random: Random(seed: 0x7265_706F &+ UInt64(number)))
    self.number = number
    parts = []
    func plain(_ sentences: Int) -> Part {
      .paragraph(prose.paragraph(sentences).filter { $0 != "*" })
    }
    parts.append(plain(3))
    for (index, title) in ["ĐẶC ĐIỂM TÌNH HÌNH", "CÔNG TÁC CHỈ ĐẠO", "KẾT QUẢ"].enumerated() {
      parts.append(.heading(level: 1, "\(Roman.text(index + 1)). \(title)"))
      for section in 1...2 {
        parts.append(.heading(level: 2, "\(section). \(prose.random.pick(Prose.headings))"))
        for _ in 0..<(index < 2 ? 2 : 1) { parts.append(plain(4)) }
      }
    }
    parts.append(.chart(Self.chart(&prose)))
    parts.append(.table(Self.targets(&prose)))
    parts.append(.heading(level: 1, "IV. KHEN THƯỞNG"))
    parts.append(.table(Self.awards(&prose)))
    parts.append(.heading(level: 1, "V. PHƯƠNG HƯỚNG"))
    parts.append(plain(4))
  }

  private static func chart(_ prose: inout Prose) -> BarChart {
    BarChart(
      title: "Tỷ lệ thực hiện các chỉ tiêu",
      bars: (1...8).map { number in
        let value = prose.random.within(55...100)
        let goal = prose.random.within(70...95)
        return BarChart.Bar(
          label: "Chỉ tiêu \(number)", value: Double(value), valueText: "\(value)%",
          goal: Double(goal), ink: value >= goal ? .good : .poor)
      })
  }

  private static func targets(_ prose: inout Prose) -> Table {
    Table(
      caption: "Kết quả thực hiện các chỉ tiêu",
      head: ["TT", "Chỉ tiêu", "Kế hoạch", "Thực hiện", "Đánh giá"], shares: [7, 48, 15, 15, 15],
      centred: [0, 2, 3],
      rows: (1...13).map { number in
        let goal = prose.random.within(60...95)
        let value = prose.random.within(50...100)
        return [
          "\(number)", "Tỷ lệ \(prose.random.pick(Prose.people)) \(prose.random.pick(Prose.deeds))",
          "\(goal)%", "\(value),\(prose.random.below(10))%", value >= goal ? "Đạt" : "Chưa đạt",
        ]
      })
  }

  private static func awards(_ prose: inout Prose) -> Table {
    Table(
      caption: "Danh sách khen thưởng", head: ["TT", "Tập thể, cá nhân", "Hình thức", "Lý do"],
      shares: [7, 33, 20, 40], centred: [0],
      rows: (1...6).map { number in
        [
          "\(number)", prose.random.pick(Prose.people), "Giấy khen", prose.random.pick(Prose.deeds),
        ]
      })
  }
}

// MARK: For our program

extension SampleReport {
  var frame: Frame {
    Frame(
      superior: "SỞ GIÁO DỤC VÀ ĐÀO TẠO MẪU", issuer: issuer, symbol: "/BC-THPTMH", place: "Mẫu",
      date: PlainDate(year: 2025, month: 5, day: 31) ?? PlainDate(dayNumber: 0), kind: "BÁO CÁO",
      subject: subject,
      addressees: [Self.addressee],
      signature: Frame.Signature(lines: [Self.head], name: Self.name),
      recipients: [Self.recipients[0]])
  }

  /// Markdown with the fences that our composer knows.
  var markdown: String {
    write { part in
      switch part {
      case .chart(let chart):
        let bars = chart.groups.flatMap(\.bars).map { bar in
          "\(bar.label) | \(bar.valueText) | \(Int(bar.value ?? 0)) | \(Int(bar.goal ?? 0)) | "
            + bar.ink.rawValue
        }
        return "```bieu-do\n\(chart.title)\n\(bars.joined(separator: "\n"))\n```"
      case .table(let table):
        let shares = table.shares.map(String.init).joined(separator: " ")
        return "```cot\n\(shares)\n```\n\n```chu-thich\n\(table.caption)\n```\n\n" + rows(of: table)
      default: return Self.plain(part)
      }
    }
  }

  func write(_ part: (Part) -> String) -> String {
    parts.map { part($0) + "\n\n" }.joined()
  }

  static func plain(_ part: Part) -> String {
    switch part {
    case .heading(let level, let text):
      String(repeating: "#", count: level + 1) + " " + text
    case .paragraph(let text): text
    default: ""
    }
  }

  /// A table in Markdown.
  func rows(of table: Table) -> String {
    let marks = table.head.indices.map { table.centred.contains($0) ? ":-:" : "---" }
    return ([table.head, marks] + table.rows).map { "| \($0.joined(separator: " | ")) |" }
      .joined(separator: "\n")
  }
}
