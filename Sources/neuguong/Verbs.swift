import Terminal

/// Everything that the program tells of itself; each verb is declared beside what it does.
extension Interface {
  static let neuguong = Interface(
    name: "neuguong", version: Program.version,
    summary: "trang nêu gương và báo cáo thi đua từ một thư mục dữ liệu",
    verbs: [.build, .check, .report, .schema, .new, .templates, .liquidConformance],
    exits: Exit.allCases.map { Entry(String($0.rawValue), $0.meaning) })
}
