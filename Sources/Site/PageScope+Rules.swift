import Campaigns
import Templating
import Vietnamese

extension PageScope {
  static let rulePackShape = Shape([
    "title": .text("tên bộ quy tắc"),
    "act": .text("văn bản, trích dẫn đầy đủ"),
    "url": .text("địa chỉ của văn bản"),
    "from": .text("ngày đầu áp dụng"),
    "to": .text("ngày cuối áp dụng; trống khi chưa hết hiệu lực"),
    "is_current": .flag("đang áp dụng"),
    "scope": .list("những đơn vị chịu ràng buộc; trống là cả nước", of: linkShape),
    "rules": .list("từng quy tắc", of: ruleShape),
    "note": .text("ghi chú về nguồn"),
  ])

  static let ruleShape = Shape([
    "kind": .text("thẩm quyền, tiêu chuẩn, tỷ lệ hay thứ tự"),
    "text": .text("nội dung"),
    "article": .text("điều, khoản"),
  ])

  /// The packs in force first, each part newest first.
  func rulePacks() -> Value {
    let packs = model.archive.rulePacks
    let current = packs.filter { $0.holds(on: model.now) }
    let others = packs.filter { !$0.holds(on: model.now) }
    return .some((current.reversed() + others.reversed()).map(rulePack))
  }

  private func rulePack(_ pack: RulePack) -> Value {
    let act = directory.document(pack.act)
    // A law is cited by its name, but its number is what tells it from the one before.
    var name = act?.citation
    if act?.kind == .law, let symbol = act?.symbol { name?.append(" số \(symbol)") }
    return .record(
      Self.rulePackShape,
      [
        .text(pack.title), .text(name), .text(Address.web(act?.url)),
        shortDate(pack.from), shortDate(pack.to), .bool(pack.holds(on: model.now)),
        .some(pack.scope.map { unitLink($0) }), .some(rules(of: pack)), .text(pack.note),
      ])
  }

  private func rules(of pack: RulePack) -> [Value] {
    func rule(_ kind: String, _ text: String, _ article: String) -> Value {
      .record(Self.ruleShape, [.text(say(kind)), .text(text), .text(article)])
    }
    var rules: [Value] = []
    for authority in pack.authorities {
      let office = authority.office.split(separator: "|")
        .map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: ", ")
      let forms = authority.forms.map { say($0.title) }.joined(separator: "; ")
      rules.append(
        rule(
          "Thẩm quyền",
          forms.isEmpty
            ? say("{office}: không còn chức vụ này", ("office", office)) : "\(office): \(forms)",
          authority.article))
    }
    rules += pack.standards.map { rule("Tiêu chuẩn", words(of: $0), $0.article) }
    rules += pack.quotas.map { rule("Tỷ lệ", words(of: $0), $0.article) }
    if let article = pack.orderArticle {
      rules.append(
        rule(
          "Thứ tự",
          say(
            "Trao tặng từ thứ bậc cao đến thấp; danh hiệu trước, hình thức sau; tập thể, hộ gia đình, "
              + "cá nhân; truy tặng sau cùng"), article))
    }
    return rules
  }

  private func words(of standard: RulePack.Standard) -> String {
    let name = say(standard.form.title)
    guard let required = standard.requires.map({ say($0.title) }) else { return name }
    if let count = standard.consecutive {
      return say(
        "{form}: {count} lần liên tục {required}", ("form", name), ("count", String(count)),
        ("required", required))
    }
    if let share = standard.share {
      return say(
        "{form}: ít nhất {share}% thành viên {required}", ("form", name),
        ("share", tree.text(share)), ("required", required))
    }
    if let least = standard.members {
      return say(
        "{form}: ít nhất {count} {required}", ("form", name), ("count", String(least)),
        ("required", required))
    }
    return say("{form}: phải là {required}", ("form", name), ("required", required))
  }

  private func words(of quota: RulePack.Quota) -> String {
    let base =
      switch quota.base {
      case .staff: say("tổng số người của đơn vị")
      case .holders:
        say(
          "số người đạt {form}", ("form", say(quota.holders?.title ?? "danh hiệu")))
      case .clusterLeaders: say("số tập thể dẫn đầu cụm, khối thi đua")
      }
    return say(
      "{form}: không quá {share}% {base}", ("form", say(quota.form.title)),
      ("share", tree.text(quota.maximum)), ("base", base))
  }
}
