import Campaigns
import Diagnostics
import Intake
import Terminal

/// What the command line says of a workbook, checked against the folder that it goes into.
enum ImportRequest {
  static func options(
    _ arguments: Arguments, _ archive: Archive
  ) throws(Stop) -> ImportOptions {
    var options = ImportOptions()
    options.table = arguments.value("table")
    options.campaign = try id(
      arguments.value("campaign"), "phong trào", among: archive.campaigns.map(\.id))
    options.unit = try id(arguments.value("unit"), "đơn vị", among: archive.units.map(\.id))
    if let text = arguments.value("period") {
      guard let period = Period.parse(text) else {
        throw Stop(
          exit: .usage,
          text: "--period “\(text)” không phải là một kỳ. Ghi như 2024, \"2023-2024\" hoặc "
            + "\"HK I 2023-2024\".")
      }
      options.period = period
    }
    for item in list(arguments.value("set")) {
      let parts = item.split(separator: "=", maxSplits: 1).map { trimmed(String($0)) }
      guard parts.count == 2, let field = Importer.field(parts[0]) else {
        throw Stop(
          exit: .usage,
          text: "--set “\(item)” không đọc được: ghi CỘT=GIÁ TRỊ với tên cột của bảng"
            + (Suggestion.question(for: parts.first ?? "", among: Importer.fieldNames)
              .map { ". " + $0 } ?? ", xem “neuguong schema”."))
      }
      options.values[field] = parts[1]
    }
    options.ignored = list(arguments.value("ignore"))
    let sheets = list(arguments.value("sheet"))
    options.sheets = sheets.isEmpty ? nil : sheets
    options.takesHidden = arguments.has("hidden")
    options.readsFractions = arguments.value("fractions").map { $0 == "co" }
    options.encoding = arguments.value("encoding").flatMap { ImportOptions.encodings[$0] }
    return options
  }

  private static func id(
    _ given: String?, _ what: String, among ids: [String]
  ) throws(Stop) -> String? {
    guard let given, !ids.contains(given) else { return given }
    throw Stop(
      exit: .usage,
      text: "Không có \(what) nào mã “\(given)”. "
        + (Suggestion.question(for: given, among: ids.sorted()) ?? ""))
  }

  private static func list(_ text: String?) -> [String] {
    (text ?? "").split(separator: ";").map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
