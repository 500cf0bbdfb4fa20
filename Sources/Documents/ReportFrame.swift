import Campaigns
import Vietnamese

/// Fills the official frame of a report from the unit tree as of the document's date.
struct ReportFrame {
  let directory: Directory
  let date: PlainDate

  func frame(_ key: ReportKey, unit: Unit, campaign: Campaign) -> Frame {
    let superior = unit.parent.flatMap(directory.unit)
    let receiver = unit.professionalParent.flatMap(directory.unit) ?? superior
    let isOwner = campaign.owner == unit.id
    var recipients: [String] = []
    if let receiver { recipients.append("\(receiver.name) (để báo cáo)") }
    if let superior, superior.id != receiver?.id {
      recipients.append("\(superior.name) (để báo cáo)")
    }
    if !directory.children(of: unit.id).isEmpty {
      recipients.append("Các đơn vị trực thuộc (để thực hiện)")
    }
    recipients.append("Trang thông tin điện tử của đơn vị")
    return Frame(
      superior: superior.map { capitals($0.name) },
      issuer: capitals(unit.name),
      symbol: "/BC-\(unit.code ?? "ĐV")",
      place: unit.place ?? superior?.place ?? "……",
      date: date,
      kind: "BÁO CÁO",
      subject: ReportPlan.subject(of: key, campaign: campaign),
      addressees: receiver.map { [$0.name] } ?? [],
      signature: signature(of: unit, campaign: campaign, isOwner: isOwner),
      recipients: recipients)
  }

  private func signature(of unit: Unit, campaign: Campaign, isOwner: Bool) -> Frame.Signature {
    if isOwner, let signatory = campaign.signatory {
      var lines: [String] = []
      let head = capitals(unit.headTitle ?? "Giám đốc")
      if let mode = signatory.mode, !mode.isEmpty { lines.append("\(mode) \(head)") }
      if let position = signatory.position { lines.append(capitals(position)) }
      // The plan's signatory need not sign a report made today: the name is left to the office.
      return Frame.Signature(lines: lines.isEmpty ? [head] : lines, name: nil)
    }
    let person = unit.head.flatMap(directory.person)
    let title = unit.headTitle ?? person?.position ?? "Thủ trưởng đơn vị"
    return Frame.Signature(lines: [capitals(title)], name: person?.publicName)
  }

  private func capitals(_ text: String) -> String { text.uppercased() }
}
