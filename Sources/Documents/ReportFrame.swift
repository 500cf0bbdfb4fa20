import Campaigns
import Diagnostics
import Vietnamese

/// Fills the official frame of a report: from the head of its template, and where that says
/// nothing from the unit tree as of the document's date.
struct ReportFrame {
  let directory: Directory
  let date: PlainDate

  func frame(
    _ key: ReportKey, unit: Unit, campaign: Campaign, head: FrontMatter,
    into bag: inout DiagnosticBag
  ) -> Frame {
    if let cluster = key.cluster.flatMap(directory.cluster) {
      return frame(key, of: ClusterFrame(cluster), owner: unit, head: head, into: &bag)
    }
    let superior = superior(of: unit, .administrative, into: &bag)
    let receiver = self.superior(of: unit, .professional, into: &bag) ?? superior
    let place = head[.place] ?? unit.place ?? superior?.place ?? "……"
    let frame = Frame(
      superior: head[.superior].map(\.nilIfEmpty) ?? superior.map { capitals($0.name) },
      issuer: head[.issuer] ?? capitals(unit.name),
      symbol: symbol(head, key.kind, unit.code ?? "ĐV"),
      place: place, date: date, kind: head[.kind] ?? key.kind.documentName,
      subject: head[.subject] ?? ReportPlan.subject(of: key, directory: directory),
      addressees: head.list(.addressees)
        ?? (key.kind.goesUp ? receiver.map { [$0.name] } ?? [] : []),
      signature: signature(head, of: unit, campaign: campaign),
      recipients: head.list(.recipients) ?? recipients(unit, superior, receiver),
      issuerName: head[.issuer] ?? unit.name)
    return completed(frame, key, head, into: &bag)
  }

  /// A paper of a cluster, in its own name and addressed to the unit that looks after it.
  private func frame(
    _ key: ReportKey, of cluster: ClusterFrame, owner: Unit, head: FrontMatter,
    into bag: inout DiagnosticBag
  ) -> Frame {
    let given = head[.signature].map {
      Frame.Signature(
        lines: lines(mode: $0, title: "", position: head[.position], of: owner),
        name: head[.signer]?.nilIfEmpty)
    }
    let frame = Frame(
      superior: head[.superior].map(\.nilIfEmpty) ?? capitals(owner.name),
      issuer: head[.issuer] ?? capitals(cluster.name),
      symbol: symbol(head, key.kind, cluster.code),
      place: head[.place] ?? owner.place ?? "……", date: date,
      kind: head[.kind] ?? key.kind.documentName,
      subject: head[.subject] ?? ReportPlan.subject(of: key, directory: directory),
      addressees: head.list(.addressees) ?? (key.kind.goesUp ? [owner.name] : []),
      signature: given ?? cluster.signature,
      recipients: head.list(.recipients) ?? cluster.recipients(owner: owner),
      issuerName: head[.issuer] ?? cluster.name)
    return completed(frame, key, head, into: &bag)
  }

  private func completed(
    _ frame: Frame, _ key: ReportKey, _ head: FrontMatter, into bag: inout DiagnosticBag
  ) -> Frame {
    var frame = frame
    frame.basis = (head.list(.basis) ?? []).map(ReportView.withoutStop)
    if let text = head[.urgency]?.nilIfEmpty {
      frame.urgency = Frame.Urgency(rawValue: capitals(text))
      if frame.urgency == nil { tell(urgency: text, key.kind.template, into: &bag) }
    }
    return frame
  }

  /// Whom the unit stood under on the document's date (NĐ 30/2020/NĐ-CP: the direct superior); an
  /// office that was closed is never printed.
  private func superior(
    of unit: Unit, _ kind: Superior.Kind, into bag: inout DiagnosticBag
  ) -> Unit? {
    if let found = directory.superior(of: unit.id, kind, on: date) { return found }
    let id = kind == .administrative ? unit.parent : unit.professionalParent
    guard let named = id.flatMap(directory.unit) else { return nil }
    bag.warning(
      "report.superior-closed", at: unit.location,
      "“\(named.name)” không còn hoạt động vào ngày \(date.short) nên không ghi được cơ quan "
        + "cấp trên của “\(unit.name)”.",
      help: "Ghi cấp trên từ ngày đó vào parents.csv, hoặc đơn vị kế thừa vào cột “successors” "
        + "(Đơn vị kế thừa) của “\(named.id)”.")
    return nil
  }

  private func symbol(_ head: FrontMatter, _ kind: ReportKind, _ code: String) -> String? {
    if let given = head[.symbol] { return given.nilIfEmpty }
    return kind.code.map { "/\($0)-\(code)" }
  }

  private func recipients(_ unit: Unit, _ superior: Unit?, _ receiver: Unit?) -> [String] {
    var recipients: [String] = []
    if let receiver { recipients.append("\(receiver.name) (để báo cáo)") }
    if let superior, superior.id != receiver?.id {
      recipients.append("\(superior.name) (để báo cáo)")
    }
    if !directory.children(of: unit.id, on: date).isEmpty {
      recipients.append("Các đơn vị trực thuộc (để thực hiện)")
    }
    recipients.append("Trang thông tin điện tử (để đăng tải)")
    return recipients
  }

  private func tell(urgency: String, _ template: String, into bag: inout DiagnosticBag) {
    bag.warning(
      "report.urgency", at: Location(file: template),
      "“\(urgency)” không phải là một độ khẩn.",
      help: "Độ khẩn là: \(Frame.Urgency.allCases.map(\.rawValue).joined(separator: ", ")).")
  }

  // MARK: Signature

  /// The letters before a position that say by whose right one signs (Phụ lục I, II.7).
  private static let modes = ["TM.", "KT.", "TL.", "TUQ.", "Q."]

  private func signature(_ head: FrontMatter, of unit: Unit, campaign: Campaign)
    -> Frame.Signature
  {
    let person = unit.head.flatMap(directory.person)
    let title = unit.headTitle ?? person?.position ?? "Thủ trưởng đơn vị"
    if let given = head[.signature] {
      return Frame.Signature(
        lines: lines(mode: given, title: title, position: head[.position], of: unit),
        name: head[.signer]?.nilIfEmpty)
    }
    if campaign.owner == unit.id, let signatory = campaign.signatory, head[.position] == nil {
      // The plan's signatory need not sign a report made today: the name is left to the office.
      return Frame.Signature(
        lines: lines(
          mode: signatory.mode ?? "", title: unit.headTitle ?? "Giám đốc",
          position: signatory.position, of: unit),
        name: head[.signer]?.nilIfEmpty)
    }
    return Frame.Signature(
      lines: [capitals(head[.position] ?? title)],
      name: head[.signer].map(\.nilIfEmpty)
        ?? person.flatMap { $0.consents == true ? $0.name : nil })
  }

  /// `KT. GIÁM ĐỐC` and below it `PHÓ GIÁM ĐỐC`; words after the letters replace the head's title,
  /// as in `TM. HỘI ĐỒNG THI ĐUA`.
  private func lines(mode given: String, title: String, position: String?, of unit: Unit)
    -> [String]
  {
    let text = capitals(given)
    let own = position.map(capitals)
    guard let mode = Self.modes.first(where: { text.hasPrefix($0) || text + "." == $0 }) else {
      return text.isEmpty ? [own ?? capitals(title)] : [text] + [own].compactMap { $0 }
    }
    let words = DocumentComposer.trimmed(String(text.dropFirst(mode.count)))
    switch mode {
    case "Q.": return ["Q. " + (words.isEmpty ? capitals(title) : words)]
    case "TM.":
      return ["TM. " + (words.isEmpty ? capitals(unit.name) : words), own ?? capitals(title)]
    default:
      return ["\(mode) " + (words.isEmpty ? capitals(title) : words)] + [own].compactMap { $0 }
    }
  }

  private func capitals(_ text: String) -> String { text.uppercased() }
}

extension String {
  fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
