package import Vietnamese

/// The official frame of an administrative document (thể thức), component by component as in
/// Nghị định 30/2020/NĐ-CP, Phụ lục I; the numbers in the comments are its ô số.
package struct Frame: Sendable {
  /// Ô 2, upper line: direct superior (cơ quan chủ quản), or nil for none.
  package var superior: String?
  /// Ô 2, lower line: issuer (cơ quan ban hành).
  package var issuer: String
  /// The issuer as it is written within a sentence; the head has it in capitals.
  package var issuerName: String
  /// Ô 3: `15/BC-THCSRD`; a leading `/` leaves room for a number written by hand; nil for a list.
  package var symbol: String?
  /// Ô 4: place and date.
  package var place: String
  package var date: PlainDate
  /// Ô 5a: kind and subject, `BÁO CÁO` / `Sơ kết phong trào …`.
  package var kind: String
  package var subject: String
  /// Ô 9a: Kính gửi.
  package var addressees: [String]
  /// Ô 6: the legal basis (căn cứ), each on its own line and without its closing mark.
  package var basis: [String] = []
  package var signature: Signature
  /// Ô 9b: recipients after “Nơi nhận”, without the closing mark.
  package var recipients: [String]
  /// Ô 10b.
  package var urgency: Urgency?

  /// How soon the document must reach its addressee (độ khẩn).
  package enum Urgency: String, Sendable, CaseIterable {
    case express = "HỎA TỐC"
    case veryUrgent = "THƯỢNG KHẨN"
    case urgent = "KHẨN"

    /// Width of its box in millimetres; the height is 8 (Phụ lục I, II.11).
    package var boxWidth: Double {
      switch self {
      case .express: 30
      case .veryUrgent: 40
      case .urgent: 20
      }
    }

    package static let boxHeight = 8.0
  }

  package struct Signature: Sendable {
    /// Lines in capitals above the space for the signature: `KT. GIÁM ĐỐC`, `PHÓ GIÁM ĐỐC`.
    package var lines: [String]
    package var name: String?

    package init(lines: [String], name: String?) {
      self.lines = lines
      self.name = name
    }
  }

  package init(
    superior: String?, issuer: String, symbol: String?, place: String, date: PlainDate,
    kind: String, subject: String, addressees: [String], signature: Signature,
    recipients: [String], issuerName: String? = nil
  ) {
    self.superior = superior
    self.issuer = issuer
    self.issuerName = issuerName ?? issuer
    self.symbol = symbol
    self.place = place
    self.date = date
    self.kind = kind
    self.subject = subject
    self.addressees = addressees
    self.signature = signature
    self.recipients = recipients
  }
}

extension Frame {
  /// The line that ties an appendix to its document; the number is filled in by hand
  /// (NĐ 30/2020/NĐ-CP, Phụ lục I, II.10).
  package var tie: String {
    let kind = kind.prefix(1) + kind.dropFirst().lowercased()
    let number = symbol.map { " số        \($0)" } ?? ""
    return "(Kèm theo \(kind)\(number) \(date.official) của \(issuerName))"
  }

  /// The lines of the legal basis as they are read: a semicolon after each, a full stop at the end;
  /// a last line that leads on with a comma keeps it.
  package var basisLines: [String] {
    basis.enumerated().map { i, line in
      let isLast = i == basis.count - 1
      if isLast, line.hasSuffix(",") { return line }
      return line + (isLast ? "." : ";")
    }
  }

  /// Number and code with room for a number written by hand; nil for a document without a number.
  package var numberLine: String? {
    symbol.map { "Số: " + ($0.hasPrefix("/") ? "        \($0)" : $0) }
  }
}
