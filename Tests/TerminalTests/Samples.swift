import Terminal

extension Interface {
  /// A small program with a verb of every shape.
  static let sample = Interface(
    name: "nha", version: "1.2.3", date: "2025-05-31", summary: "một chương trình để thử",
    verbs: [
      Verb(
        name: "xây", summary: "xây một căn nhà từ bản vẽ",
        details: ["Đoạn đầu. " + String(repeating: "lời ", count: 40)],
        examples: [Example("xây ban-ve --tang 3", "một nhà ba tầng")],
        operands: [.optional(.folder("BẢN VẼ"), "thư mục bản vẽ")],
        options: [
          Option(name: "tang", value: .number(1...9), help: "số tầng"),
          Option(name: "mau", value: .word(["xanh", "đỏ", "tím"]), help: "màu sơn"),
          Option(name: "cua", value: .words(["gỗ", "kính"]), help: "các loại cửa"),
          Option(name: "nhanh", help: "không đợi sơn khô"),
          Option(name: "tu", value: "NƠI", help: "địa chỉ"),
        ]),
      Verb(
        name: "đo", summary: "đo nhà",
        operands: [
          .any(.file(of: ["dwg", "zip"]), "các tệp"), .required(.folder(), "nơi ghi"),
        ]),
      Verb(
        name: "mẫu", summary: "xem các mẫu",
        parts: [
          Verb(name: "mẫu kê", summary: "liệt kê"),
          Verb(
            name: "mẫu in", summary: "in một mẫu",
            operands: [.required(.free("TÊN") { ["a'b", "c<d> e"] }, "tên mẫu")]),
        ]),
      Verb(
        name: "tạo", summary: "tạo nhà mới", operands: [.optional(.folder(), "thư mục")],
        parts: [Verb(name: "tạo phòng", summary: "thêm một phòng")]),
    ],
    exits: [Interface.Entry("0", "tốt"), Interface.Entry("2", "dùng sai lệnh")],
    environment: [Interface.Entry("NO_COLOR", "không tô màu")])
}

extension Arguments.Outcome {
  var arguments: Arguments? {
    if case .run(let arguments) = self { return arguments }
    return nil
  }

  /// What a wrong use is told.
  var wrong: String? {
    if case .wrong(let text) = self { return text }
    return nil
  }

  /// The name of the verb whose help is shown; empty for that of the whole.
  var help: String? {
    if case .help(let verb) = self { return verb?.name ?? "" }
    return nil
  }
}
