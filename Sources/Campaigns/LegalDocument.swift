package import Diagnostics
package import Vietnamese

/// A legal or directing document that plans and reports cite (văn bản).
package struct LegalDocument: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case law = "luat"
    case decree = "nd"
    case circular = "tt"
    case directive = "ct"
    case plan = "kh"
    case guideline = "hd"
    case decision = "qd"
    case resolution = "nq"
    case letter = "cv"
    case scheme = "dean"
    case report = "bc"

    package var title: String {
      switch self {
      case .law: "Luật"
      case .decree: "Nghị định"
      case .circular: "Thông tư"
      case .directive: "Chỉ thị"
      case .plan: "Kế hoạch"
      case .guideline: "Hướng dẫn"
      case .decision: "Quyết định"
      case .resolution: "Nghị quyết"
      case .letter: "Công văn"
      case .scheme: "Đề án"
      case .report: "Báo cáo"
      }
    }
  }

  package var id: String
  package var kind: Kind
  package var number: String?
  package var code: String?
  package var date: PartialDate?
  package var issuer: String?
  package var subject: String?
  package var effectiveFrom: PlainDate?
  package var effectiveTo: PlainDate?
  package var replacedBy: String?
  package var url: String?
  package var note: String?
  package var location: Location

  package init(id: String, kind: Kind, location: Location) {
    self.id = id
    self.kind = kind
    self.location = location
  }

  /// Number and code: `24/CT-UBND`; Party style `01-CT/TU` keeps its hyphen.
  package var symbol: String? {
    switch (number, code) {
    case (nil, nil): nil
    case (let number?, nil): number
    case (nil, let code?): "/\(code)"
    case (let number?, let code?):
      code.hasSuffix("/TU") || code.hasSuffix("/TW") ? "\(number)-\(code)" : "\(number)/\(code)"
    }
  }

  /// First citation in full: kind, number and code, date, issuer and subject
  /// (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6); a law is cited by its name alone.
  package var citation: String {
    var words = kind.title
    if let symbol { words += kind == .law ? "" : " số \(symbol)" }
    if kind == .law, let subject { return "\(words) \(subject)" }
    if let date {
      if let month = date.month, let day = date.day,
        let full = PlainDate(year: date.year, month: month, day: day)
      {
        words += " \(full.official)"
      } else {
        words += " \(date.text)"
      }
    }
    if let issuer { words += " của \(issuer)" }
    if let subject { words += " \(subject)" }
    return words
  }
}
